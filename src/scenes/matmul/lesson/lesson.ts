import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { letters } from './letters.ts';
import { oneCellEach } from './one-cell-each.ts';
import { rowByColumn } from './row-by-column.ts';
import { sharedTiles } from './shared-tiles.ts';
import { theLadder } from './the-ladder.ts';
import { threeLoops } from './three-loops.ts';
import { welcome } from './welcome.ts';
import { wholeRows } from './whole-rows.ts';

/** The pages in the order of the video, which is the order of the ladder. */
export const lesson: readonly LessonPage<SceneWorld>[] = [
  welcome,
  threeLoops,
  rowByColumn,
  wholeRows,
  letters,
  oneCellEach,
  sharedTiles,
  theLadder,
];
