import './lesson.css';
import type { LessonPage } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { animation } from './animation.ts';
import { batches } from './batches.ts';
import { broadcasting } from './broadcasting.ts';
import { distances } from './distances.ts';
import { gaussianKernels } from './gaussian-kernels.ts';
import { inPlace } from './in-place.ts';
import { syntheticCentroids } from './synthetic-centroids.ts';
import { theAlgorithm } from './the-algorithm.ts';
import { weightedAverage } from './weighted-average.ts';
import { welcome } from './welcome.ts';

/** The pages in the order of the video; the last two answer what it makes people ask. */
export const lesson: readonly LessonPage<SceneWorld>[] = [
  welcome,
  syntheticCentroids,
  theAlgorithm,
  gaussianKernels,
  distances,
  weightedAverage,
  animation,
  batches,
  inPlace,
  broadcasting,
];
