import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';

/** What the world has come to, in a few words. */
export function summary({ step, atRest, clusterSizes, meanShift }: MeanShiftWorld): string {
  const clusters = counted(clusterSizes.length, 'cluster');
  if (atRest && step > 0) return `converged at step ${step}, ${clusters}`;
  if (step === 0) return `step 0, ${counted(meanShift.count, 'point')}`;
  return `step ${step}, ${clusters}`;
}

const counted = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
