import { shortestFloat32 } from '../../io/format-table.ts';
import { lessonClusters } from '../../maths/lesson-clusters.ts';
import { defaultValues } from '../../world/parameters.ts';
import type { HeadlessRequest } from '../headless-scene.ts';
import { parameters } from './parameters.ts';

/** What a run works on: n points, and the table that they are columns of. */
export interface MeanShiftInput {
  readonly columns: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The lesson's own points, which are f32 and stay as they are. */
  readonly isLesson: boolean;
}

/** The lesson's points for the seed, clusters, samples and spread that were asked for. */
export function drawLesson({ given, seed }: HeadlessRequest): MeanShiftInput {
  const { x, y } = lessonClusters({
    ...defaultValues(parameters),
    ...(given as Partial<Record<'clusters' | 'samples' | 'spread', number>>),
    ...(seed === null ? {} : { seed }),
  }).points;
  return {
    columns: ['x', 'y'],
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    header: ['x', 'y'],
    rows: Array.from(x, (value, row) => [shortestFloat32(value), shortestFloat32(y[row])]),
    isLesson: true,
  };
}
