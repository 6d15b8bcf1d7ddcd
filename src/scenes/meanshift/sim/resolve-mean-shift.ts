import type { MeanShiftValues } from '../../../systems/meanshift/world.ts';

/** What the values mean for so many points: by default all of them move at once. */
export const resolveMeanShift = <V extends Pick<MeanShiftValues, 'batch'>>(
  values: V,
  count: number,
) => ({ ...values, batch: Math.min(values.batch ?? count, count) });
