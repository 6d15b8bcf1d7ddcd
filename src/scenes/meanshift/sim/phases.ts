import type { Phase } from '../../scene.ts';

/** The lesson's five lines of mean shift (41:47 to 1:11:53), for the point that is looked at. */
export const phases = [
  { name: 'distances', help: 'How far is every point from this one?' },
  { name: 'weights', help: 'The kernel turns distance into weight: near is heavy.' },
  { name: 'weighted sum', help: 'Every point pulls with its weight.' },
  {
    name: 'divide',
    help: 'Divided by the sum of the weights, the pull leads to the weighted mean.',
  },
  { name: 'move', help: 'Every point moves to its weighted mean.' },
] as const satisfies readonly Phase[];

export type PhaseName = (typeof phases)[number]['name'];
