import { seedParameter } from '../world/seed-parameter.ts';

const counted = {
  folder: 'data',
  effect: 'reset',
  min: 1,
  step: 1,
  integer: true,
  atLeast: 1,
} as const;

/** What the lesson's points are drawn with (`lessonClusters`), for every scene that draws them. */
export const lessonPoints = {
  clusters: {
    ...counted,
    label: 'clusters',
    help: 'How many clusters the points are drawn from.',
    default: 6,
    max: 12,
  },
  samples: {
    ...counted,
    label: 'samples',
    help: 'How many points are drawn from each cluster.',
    unit: 'points a cluster',
    default: 250,
    max: 1000,
  },
  spread: {
    label: 'spread',
    help: 'The variance of a cluster along each axis.',
    unit: 'square data units',
    folder: 'data',
    effect: 'reset',
    default: 5,
    min: 0,
    max: 30,
    step: 0.5,
    atLeast: 0,
  },
  seed: {
    ...seedParameter,
    help: 'Where the random numbers begin; 42 gives the points of the lesson.',
    folder: 'data',
  },
} as const;
