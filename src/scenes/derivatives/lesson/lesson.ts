import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { downhill } from './downhill.ts';
import { infinitesimals } from './infinitesimals.ts';
import { riseOverRun } from './rise-over-run.ts';
import { theDerivativeAsACurve } from './the-derivative-as-a-curve.ts';
import { toNothing } from './to-nothing.ts';
import { tooSmall } from './too-small.ts';
import { underTheMicroscope } from './under-the-microscope.ts';
import { welcome } from './welcome.ts';
import { wheels } from './wheels.ts';

/** The pages in the order of the video's chapter on calculus, and what it is for. */
export const lesson: readonly LessonPage<SceneWorld>[] = [
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
