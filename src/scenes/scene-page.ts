import type { Chart } from '../view/chart.ts';
import type { CodeListing, CodeValue } from '../view/code-listing.ts';
import type { LessonPage } from '../view/lesson-page.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { OpenSceneView } from '../view/scene-view.ts';
import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';
import type { Tool } from './tool.ts';

/** What a scene brings for the page; all but the view may be left out. */
export interface ScenePage<W extends World, D extends Description> {
  readonly openView: OpenSceneView<W, D>;
  readonly charts?: readonly Chart<W, D>[];
  /** A step in several languages; a function where it depends on the state. */
  readonly code?: readonly CodeListing[] | ((moment: SceneMoment<W, D>) => readonly CodeListing[]);
  /** What the running line works on now: i = 1, j = 2. */
  readonly codeValues?: (moment: SceneMoment<W, D>) => readonly CodeValue[];
  readonly tools?: readonly Tool<W, D>[];
  readonly lesson?: readonly LessonPage<W, D>[];
}
