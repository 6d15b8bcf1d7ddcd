import type { WeightKernel } from '../../maths/weight-kernel.ts';
import type { Command, ComputeBuffer, Dispatch } from '../backend.ts';
import type { Kernel } from '../kernel.ts';
import { blockPoints } from './block-points.ts';
import { type ExactKernels, weightKernelConstant } from './exact.ts';

/** So many sums at once keep a GPU busy; more would only be more to add up. */
const enoughSums = 2 ** 17;
/** Less than 65,535 workgroups of 64. */
const mostRows = 2 ** 21;

/**
 * How many parts every sum is divided into, each for invocations of its own: few points alone would
 * leave most of a GPU idle. The number of points decides it and nothing else, because it is a part of
 * the order in which a sum is taken.
 */
export const slotsFor = (count: number) =>
  Math.min(Math.ceil(count / blockPoints), Math.max(1, Math.floor(enoughSums / count)));

/** A batch of so few pairs is summed sooner than a workgroup for each slot would begin. */
const fewPairs = 2 ** 13;

/** How many slots an invocation fills, one after another: it changes no bit. */
export const slotsEachFor = (slots: number, count: number, batch: number) =>
  batch * count <= fewPairs ? slots : 1;

export interface ExactSweep {
  readonly count: number;
  readonly dimensions: number;
  readonly slots: number;
  /** 1, or all of them. */
  readonly slotsEach: number;
  readonly weightKernel: WeightKernel;
  readonly batch: number;
  readonly pointsEach: number;
  /** How many pairs of points one dispatch may weigh, about. */
  readonly mostPairs: number;
  readonly kernels: ExactKernels;
  readonly buffers: Readonly<Record<'positions' | 'tiles' | 'sums', ComputeBuffer>>;
}

/** The commands that move every point once, batch after batch. */
export function exactSweep(sweep: ExactSweep): Command[] {
  const { count, batch, slots, kernels, buffers } = sweep;
  const { positions, tiles, sums } = buffers;
  // The last tile is laid out whole.
  const commands: Command[] = rowsOf(0, Math.ceil(count / 4) * 4).map(({ first, size }) =>
    dispatch(kernels.tiles, { positions, tiles }, { count, first }, [size]),
  );
  for (let first = 0; first < count; first += batch) {
    const size = Math.min(batch, count - first);
    for (const it of batchSums(sweep, first, size)) commands.push(it);
    for (const rows of rowsOf(first, size)) {
      const uniforms = { count, slots, ...rows };
      commands.push(dispatch(kernels.move, { sums, positions, tiles }, uniforms, [rows.size]));
    }
  }
  return commands;
}

/** Rows from the first on, in as many parts as WebGPU's limit of workgroups along an axis asks for. */
function rowsOf(first: number, size: number) {
  const parts: { readonly first: number; readonly size: number }[] = [];
  for (let row = 0; row < size; row += mostRows) {
    parts.push({ first: first + row, size: Math.min(mostRows, size - row) });
  }
  return parts;
}

/** The sums of a batch, in dispatches of rows and, where even few rows are long, of blocks. */
function batchSums(sweep: ExactSweep, first: number, size: number): Dispatch[] {
  const { count, slots, slotsEach, pointsEach, mostPairs, weightKernel } = sweep;
  const { kernels, buffers } = sweep;
  const kernel = kernels.sums(pointsEach);
  const slotBlocks = Math.ceil(count / blockPoints / slots);
  // Whole workgroups of rows, and the dispatches about as long as one another.
  const least = kernel.workgroupSize[0] * pointsEach;
  const fitting = Math.max(least, Math.min(mostRows, mostPairs / count));
  const groups = Math.ceil(size / least);
  const rowsAtOnce = least * Math.ceil(groups / Math.ceil(groups / Math.floor(fitting / least)));
  const blocksAtOnce = Math.max(1, Math.floor(mostPairs / (rowsAtOnce * slots * blockPoints)));
  const dispatches: Dispatch[] = [];
  for (let row = 0; row < size; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, size - row);
    for (let block = 0; block < slotBlocks; block += blocksAtOnce) {
      const end = Math.min(block + blocksAtOnce, slotBlocks);
      const shape = { count, first: first + row, size: rows };
      const part = {
        slots_each: slotsEach,
        slot_blocks: slotBlocks,
        first_block: block,
        end_block: end,
      };
      dispatches.push({
        ...dispatch(kernel, buffers, { ...shape, ...part, steepness: 1 }, [
          Math.ceil(rows / pointsEach),
          slots / slotsEach,
        ]),
        constants: weightKernelConstant(weightKernel),
        work: (rows * count * (end - block)) / slotBlocks,
      });
    }
  }
  return dispatches;
}

/** The unit is written when the sweep is run. */
const dispatch = (
  kernel: Kernel,
  buffers: Dispatch['buffers'],
  uniforms: Dispatch['uniforms'],
  grid: Dispatch['grid'],
): Dispatch => ({
  kind: 'dispatch',
  kernel,
  buffers,
  uniforms: { ...uniforms, unit: 1 },
  grid,
  work: grid[0],
});
