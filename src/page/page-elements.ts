/** The regions of index.html that the page fills. */
const ids = [
  'header',
  'scenes',
  'tools',
  'chip',
  'views',
  'story',
  'lesson',
  'stage',
  'notice',
  'figure',
  'transport',
  'drawer',
  'panel',
  'scene-tools',
  'charts',
  'code',
  'view-bar',
  'live',
  'help',
] as const;

export type PageElements = Readonly<Record<(typeof ids)[number], HTMLElement>>;

export function findElements(): PageElements {
  const found = ids.map((id) => [id, elementById(id)]);
  return Object.fromEntries(found) as PageElements;
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element “${id}”`);
  return element;
}
