import type { Backend } from '../../../gpu/backend.ts';
import { estimateSweepMs } from '../../../gpu/meanshift/estimate-sweep-ms.ts';
import type { StepCost } from '../../scene.ts';
import type { MeanShiftValues } from '../parameters.ts';
import { resolveMeanShift } from './resolve-mean-shift.ts';

/** Every point looks at every point; and each batch waits for the one before it. */
export function cost(values: MeanShiftValues, compute: Backend): StepCost | null {
  const count = values.clusters * values.samples;
  const { batch: size } = resolveMeanShift(values, count);
  const ms = estimateSweepMs(compute, { count, dimensions: 2, batch: size });
  if (ms === null) return null;
  const points = `${count.toLocaleString('en')} points`;
  return {
    what: size < count ? `${points} in batches of ${size.toLocaleString('en')}` : points,
    ms,
  };
}
