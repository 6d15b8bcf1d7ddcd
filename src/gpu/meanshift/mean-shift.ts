import type { Scope } from '../../base/scope.ts';
import { type WeightKernel, weightKernels } from '../../maths/weight-kernel.ts';
import type { Backend, Command, ComputeBuffer, Recording } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { checkBatches } from './check-batches.ts';
import { exactMeanShift, weightKernelConstant } from './exact.ts';

export interface MeanShiftStep {
  readonly weightKernel: WeightKernel;
  /** In the units of the positions. */
  readonly bandwidth: number;
  /** How many points move at once; each batch sees the batches before it moved. */
  readonly batch: number;
}

/** The buffers of mean shift over `count` points, and the recordings that work on them. */
export interface MeanShift {
  readonly count: number;
  /** All x coordinates, then all y coordinates: where the points are, */
  readonly positions: ComputeBuffer;
  /** and where they were before the step. */
  readonly previous: ComputeBuffer;
  /** Where `fetch` brings the positions. */
  readonly fetched: Elements;
  /** Remembers the positions as previous. */
  readonly keepPrevious: Recording;
  /** Takes the positions back to the previous ones. */
  readonly restorePrevious: Recording;
  /** Brings the positions back to `fetched`. */
  readonly fetch: Recording;
  /**
   * Moves every point once. Good until it is asked for again; another bandwidth records nothing.
   *
   * @throws InputError for too many batches
   */
  shift(step: MeanShiftStep): Recording;
}

export interface Points {
  readonly x: Float32Array | Float64Array;
  readonly y: Float32Array | Float64Array;
}

/**
 * @param points where the points begin, one array an axis, each of the same length n >= 1
 * @throws Error if a kernel does not compile
 */
export async function createMeanShift(
  compute: Backend,
  scope: Scope,
  points: Points,
): Promise<MeanShift> {
  const count = points.x.length;
  await Promise.all(
    weightKernels.map((it) => compute.compile(exactMeanShift, weightKernelConstant(it))),
  );
  const own = compute.within(scope);
  const positions = own.createBuffer('positions', 'real', 2 * count);
  const previous = own.createBuffer('previous positions', 'real', 2 * count);
  const shifted = own.createBuffer('shifted positions', 'real', 2 * count);
  const fetched = compute.createElements('real', 2 * count);
  fetched.set(points.x);
  fetched.set(points.y, count);
  compute.upload(positions, fetched);
  compute.upload(previous, fetched);
  // A mean lies within the hull of its points, so no step can widen it.
  const extent = Math.min(Math.max(spread(points.x), spread(points.y)), largestFloat32);

  const sweeps = own.cacheRecordings(1);

  function batchCommands(step: MeanShiftStep, rowsAtOnce: number, bandwidth: number): Command[] {
    const commands: Command[] = [];
    for (let first = 0; first < count; first += step.batch) {
      const end = Math.min(count, first + step.batch);
      for (let row = first; row < end; row += rowsAtOnce) {
        const size = Math.min(rowsAtOnce, end - row);
        commands.push({
          kind: 'dispatch',
          kernel: exactMeanShift,
          constants: weightKernelConstant(step.weightKernel),
          uniforms: { count, first: row, size, bandwidth, extent },
          buffers: { positions, shifted },
          grid: [size],
          work: size * count,
        });
      }
      for (const axis of [0, 1]) {
        const offset = axis * count + first;
        const range = { fromOffset: offset, toOffset: offset, length: end - first };
        commands.push({ kind: 'copy', from: shifted, to: positions, ...range });
      }
    }
    return commands;
  }

  return {
    count,
    positions,
    previous,
    fetched,
    keepPrevious: own.record([{ kind: 'copy', from: positions, to: previous }]),
    restorePrevious: own.record([{ kind: 'copy', from: previous, to: positions }]),
    fetch: own.record([{ kind: 'read', from: positions, into: fetched }]),
    shift(step) {
      const { weightKernel, batch } = step;
      checkBatches(count, batch);
      const rows = powerOfTwoUpTo(compute.workWithin(exactMeanShift, 50) / count);
      const rowsAtOnce = Math.min(rows, batch, count);
      // Larger than any f32 is as good as the largest: no two points are that far apart.
      const bandwidth = Math.min(step.bandwidth, largestFloat32);
      const recording = sweeps.get([weightKernel, batch, rowsAtOnce], () =>
        batchCommands(step, rowsAtOnce, bandwidth),
      );
      recording.setUniforms({ bandwidth });
      return recording;
    },
  };
}

const largestFloat32 = 3.4028234663852886e38;

/** At least one workgroup's worth. Powers of two, so that a measured speed rarely changes it. */
const powerOfTwoUpTo = (rows: number) =>
  Number.isFinite(rows) ? 2 ** Math.max(6, Math.floor(Math.log2(rows))) : rows;

function spread(values: ArrayLike<number> & Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}
