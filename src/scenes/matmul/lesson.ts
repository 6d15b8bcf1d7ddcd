import type { LessonPage } from '../../view/lesson-page.ts';
import type { LessonWorld } from './lesson/lesson-world.ts';
import { letters } from './lesson/letters.ts';
import { oneCellEach } from './lesson/one-cell-each.ts';
import { rowByColumn } from './lesson/row-by-column.ts';
import { sharedTiles } from './lesson/shared-tiles.ts';
import { theLadder } from './lesson/the-ladder.ts';
import { threeLoops } from './lesson/three-loops.ts';
import { welcome } from './lesson/welcome.ts';
import { wholeRows } from './lesson/whole-rows.ts';

/** The pages in the order of the video, which is the order of the ladder. */
export const lesson: readonly LessonPage<LessonWorld>[] = [
  welcome,
  threeLoops,
  rowByColumn,
  wholeRows,
  letters,
  oneCellEach,
  sharedTiles,
  theLadder,
];
