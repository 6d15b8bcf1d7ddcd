import { weightKernels } from '../../maths/weight-kernel.ts';
import { type ParameterValues, parameterTable } from '../../world/parameters.ts';
import { lessonPoints } from '../lesson-points.ts';

export const parameters = parameterTable({
  bandwidth: {
    label: 'bandwidth',
    help: 'How far a point sees: the standard deviation of the gaussian, the reach of the triangle.',
    unit: 'data units',
    folder: 'mean shift',
    effect: 'live',
    default: 2.5,
    min: 0.5,
    max: 15,
    step: 0.05,
    above: 0,
  },
  kernel: {
    label: 'kernel',
    help: 'How the weight of a point falls with its distance.',
    folder: 'mean shift',
    effect: 'live',
    default: 'gaussian',
    options: weightKernels,
  },
  batch: {
    label: 'batch size',
    help: 'How many points move at once; each batch sees the batches before it moved. 1 is the lesson’s in-place loop.',
    unit: 'points',
    folder: 'mean shift',
    effect: 'live',
    default: null,
    automatic: 'all points',
    min: 1,
    max: ({ clusters, samples }) => Number(clusters) * Number(samples),
    step: 1,
    integer: true,
    atLeast: 1,
  },
  ...lessonPoints,
  traces: {
    label: 'traces',
    help: 'Ghosts mark where points began, trails the way they came.',
    folder: 'picture',
    effect: 'view',
    default: 'ghosts',
    options: ['none', 'ghosts', 'trails', 'both'],
  },
});

export type MeanShiftValues = ParameterValues<typeof parameters>;
