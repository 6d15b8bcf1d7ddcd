import type { PageElements } from './page-elements.ts';

export const hideableRegions = [
  'header',
  'lesson',
  'code',
  'panel',
  'charts',
  'transport',
] as const;

/** Takes regions away for a class; a column that is left empty goes too. Other names do nothing. */
export function hideRegions(elements: PageElements, names: readonly string[]): void {
  document.documentElement.dataset.hide = names.join(' ');
  for (const region of hideableRegions) elements[region].hidden = names.includes(region);
  elements.story.hidden = elements.lesson.hidden;
  // A scene's tools are numbers and pictures beside its charts.
  elements['scene-tools'].hidden = elements.charts.hidden;
}
