import type { Scope } from '../../base/scope.ts';
import { weightKernels } from '../../maths/weight-kernel.ts';
import type { Backend } from '../backend.ts';
import { candidatesFor, choosePointsEach, pointsEachFor } from './choose-points-each.ts';
import { coordinateUnit } from './coordinate-unit.ts';
import { exactKernels, weightKernelConstant } from './exact.ts';
import { exactSweep, slotsEachFor, slotsFor } from './exact-sweep.ts';
import type { MeanShiftData, MeanShiftMethod } from './mean-shift-method.ts';

/**
 * So long a dispatch takes at most: far from where a driver's watchdog takes the device. By powers of
 * two it is half as long at the least.
 */
const dispatchMs = 100;

/**
 * Weighs every pair of points.
 *
 * @throws Error if a kernel does not compile
 */
export async function createExactMethod(
  compute: Backend,
  scope: Scope,
  { count, dimensions, positions, extent }: MeanShiftData,
): Promise<MeanShiftMethod> {
  const kernels = exactKernels(dimensions);
  const fastest = await choosePointsEach(compute, dimensions, count);
  const sizes = candidatesFor(dimensions).filter((it) => it <= fastest);
  await Promise.all([
    compute.compile(kernels.tiles),
    compute.compile(kernels.move),
    ...sizes.flatMap((points) =>
      weightKernels.map((it) => compute.compile(kernels.sums(points), weightKernelConstant(it))),
    ),
  ]);
  const own = compute.within(scope);
  // A CPU adds up one sum after another.
  const slots = compute.kind === 'cpu' ? 1 : slotsFor(count);
  const buffers = {
    positions,
    tiles: own.createBuffer('tiles of positions', 'real', dimensions * Math.ceil(count / 4) * 4),
    sums: own.createBuffer('sums of weights', 'real', slots * (dimensions + 1) * count),
  };
  const precision = compute.kind === 'cpu' ? 'f64' : 'f32';
  // Two, where the measured speed lies at a limit and goes to and fro.
  const sweeps = own.cacheRecordings(2);
  return {
    shift({ weightKernel, batch, bandwidth }) {
      const pointsEach = pointsEachFor(dimensions, fastest, batch);
      const fitting = compute.workWithin(kernels.sums(pointsEach), dispatchMs);
      const mostPairs =
        fitting < batch * count ? powerOfTwoUpTo(fitting) : Number.POSITIVE_INFINITY;
      const recording = sweeps.get([weightKernel, batch, pointsEach, mostPairs], () =>
        exactSweep({
          ...{ count, dimensions, slots, weightKernel, batch, pointsEach, mostPairs },
          slotsEach: slotsEachFor(slots, count, batch),
          ...{ kernels, buffers },
        }),
      );
      recording.setUniforms({ ...coordinateUnit(weightKernel, bandwidth, extent, precision) });
      return recording;
    },
  };
}

/** So that a measured speed rarely changes it. */
const powerOfTwoUpTo = (value: number) => 2 ** Math.floor(Math.log2(value));
