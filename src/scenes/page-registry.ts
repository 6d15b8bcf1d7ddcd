import type { Chart } from '../view/chart.ts';
import type { CodeListing, CodeValue } from '../view/code-listing.ts';
import type { LessonPage } from '../view/lesson-page.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { OpenSceneView } from '../view/scene-view.ts';
import type { Tool } from './tool.ts';

/** What a scene brings for the page, beside its `scene.ts`; loaded when the scene is opened. */
export interface ScenePage {
  readonly openView: OpenSceneView<never, never>;
  readonly charts: readonly Chart<never, never>[];
  /** A step in several languages; a function where it depends on the state. */
  readonly code:
    | readonly CodeListing[]
    | ((moment: SceneMoment<never, never>) => readonly CodeListing[]);
  /** What the running line works on now: i = 1, j = 2. */
  readonly codeValues?: (moment: SceneMoment<never, never>) => readonly CodeValue[];
  readonly tools?: readonly Tool<never, never>[];
  readonly lesson: readonly LessonPage<never>[];
}

const pages = import.meta.glob<{ scenePage: ScenePage }>('./*/page.ts');

/** The scene's `page.ts`. */
export async function loadScenePage(name: string): Promise<ScenePage> {
  const load = pages[`./${name}/page.ts`];
  if (!load) throw new Error(`the scene “${name}” has no page`);
  return (await load()).scenePage;
}
