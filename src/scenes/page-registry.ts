import type { Chart } from '../view/chart.ts';
import type { CodeListing } from '../view/code-listing.ts';
import type { LessonPage } from '../view/lesson-page.ts';
import type { OpenSceneView } from '../view/scene-view.ts';

/** What a scene brings for the page, beside its `scene.ts`; loaded when the scene is opened. */
export interface ScenePage {
  readonly openView: OpenSceneView<never>;
  readonly charts: readonly Chart<never>[];
  readonly code: readonly CodeListing[];
  readonly lesson: readonly LessonPage<never>[];
}

const pages = import.meta.glob<{ scenePage: ScenePage }>('./*/page.ts');

/** The scene's `page.ts`. */
export async function loadScenePage(name: string): Promise<ScenePage> {
  const load = pages[`./${name}/page.ts`];
  if (!load) throw new Error(`the scene “${name}” has no page`);
  return (await load()).scenePage;
}
