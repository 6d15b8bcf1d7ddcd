import './lesson/lesson.css';
import type { LessonPage } from '../../view/lesson-page.ts';
import { animation } from './lesson/animation.ts';
import { batches } from './lesson/batches.ts';
import { broadcasting } from './lesson/broadcasting.ts';
import { distances } from './lesson/distances.ts';
import { gaussianKernels } from './lesson/gaussian-kernels.ts';
import { inPlace } from './lesson/in-place.ts';
import type { LessonWorld } from './lesson/lesson-world.ts';
import { syntheticCentroids } from './lesson/synthetic-centroids.ts';
import { theAlgorithm } from './lesson/the-algorithm.ts';
import { weightedAverage } from './lesson/weighted-average.ts';
import { welcome } from './lesson/welcome.ts';

/** The pages in the order of the video; the last two answer what it makes people ask. */
export const lesson: readonly LessonPage<LessonWorld>[] = [
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
