import type { LessonPage } from '../../view/lesson-page.ts';
import { downhill } from './lesson/downhill.ts';
import { infinitesimals } from './lesson/infinitesimals.ts';
import type { LessonWorld } from './lesson/lesson-world.ts';
import { riseOverRun } from './lesson/rise-over-run.ts';
import { theDerivativeAsACurve } from './lesson/the-derivative-as-a-curve.ts';
import { toNothing } from './lesson/to-nothing.ts';
import { tooSmall } from './lesson/too-small.ts';
import { underTheMicroscope } from './lesson/under-the-microscope.ts';
import { welcome } from './lesson/welcome.ts';
import { wheels } from './lesson/wheels.ts';

/** The pages in the order of the video's chapter on calculus, and what it is for. */
export const lesson: readonly LessonPage<LessonWorld>[] = [
  welcome,
  riseOverRun,
  toNothing,
  tooSmall,
  underTheMicroscope,
  infinitesimals,
  wheels,
  theDerivativeAsACurve,
  downhill,
];
