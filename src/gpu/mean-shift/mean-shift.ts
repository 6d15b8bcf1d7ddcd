import type { Scope } from '../../base/scope.ts';
import { type WeightKernel, weightKernels } from '../../maths/weight-kernel.ts';
import type { Backend, Command, ComputeBuffer, Recording } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { coordinateScale, exactMeanShift, weightKernelConstant } from './exact.ts';

export interface MeanShiftStep {
  readonly kernel: WeightKernel;
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
  /** Moves every point once; the recording is kept until something about the step changes. */
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
    weightKernels.map((kernel) => compute.compile(exactMeanShift, weightKernelConstant(kernel))),
  );
  const owned = <T extends { destroy(): void }>(buffer: T): T => {
    scope.defer(() => buffer.destroy());
    return buffer;
  };
  const recorded = (commands: Command[]): Recording => {
    const recording = compute.record(commands);
    scope.defer(recording.dispose);
    return recording;
  };
  const positions = owned(compute.createBuffer('positions', 'real', 2 * count));
  const previous = owned(compute.createBuffer('previous positions', 'real', 2 * count));
  const shifted = owned(compute.createBuffer('shifted positions', 'real', 2 * count));
  const fetched = compute.createElements('real', 2 * count);
  fetched.set(points.x);
  fetched.set(points.y, count);
  compute.upload(positions, fetched);
  compute.upload(previous, fetched);
  // A mean lies within the hull of its points, so no step can widen it.
  const extent = Math.max(spread(points.x), spread(points.y));

  let kept: { key: string; recording: Recording } | null = null;
  scope.defer(() => kept?.recording.dispose());

  function batchCommands(step: MeanShiftStep, rowsAtOnce: number): Command[] {
    const scale = coordinateScale(step.kernel, step.bandwidth, extent);
    const commands: Command[] = [];
    for (let first = 0; first < count; first += step.batch) {
      const end = Math.min(count, first + step.batch);
      for (let row = first; row < end; row += rowsAtOnce) {
        const size = Math.min(rowsAtOnce, end - row);
        commands.push({
          kind: 'dispatch',
          kernel: exactMeanShift,
          constants: weightKernelConstant(step.kernel),
          uniforms: { count, first: row, size, scale },
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
    keepPrevious: recorded([{ kind: 'copy', from: positions, to: previous }]),
    restorePrevious: recorded([{ kind: 'copy', from: previous, to: positions }]),
    fetch: recorded([{ kind: 'read', from: positions, into: fetched }]),
    shift(step) {
      const rowsAtOnce = powerOfTwoUpTo(compute.workWithin(exactMeanShift, 50) / count);
      const key = `${step.kernel} ${step.bandwidth} ${step.batch} ${Math.min(rowsAtOnce, count)}`;
      if (kept?.key !== key) {
        kept?.recording.dispose();
        kept = { key, recording: compute.record(batchCommands(step, rowsAtOnce)) };
      }
      return kept.recording;
    },
  };
}

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
