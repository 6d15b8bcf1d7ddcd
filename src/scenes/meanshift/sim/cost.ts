import type { Backend } from '../../../gpu/backend.ts';
import { exactMeanShift } from '../../../gpu/meanshift/exact.ts';
import type { StepCost } from '../../scene.ts';
import type { MeanShiftValues } from '../parameters.ts';

/** Every point looks at every point; and each batch waits for the one before it. */
export function cost(
  { clusters, samples, batch }: MeanShiftValues,
  compute: Backend,
): StepCost | null {
  const count = clusters * samples;
  const size = Math.min(batch ?? count, count);
  const ms = compute.estimateMs(exactMeanShift, count * count, Math.ceil(count / size));
  if (ms === null) return null;
  const points = `${count.toLocaleString('en')} points`;
  return {
    what: size < count ? `${points} in batches of ${size.toLocaleString('en')}` : points,
    ms,
  };
}
