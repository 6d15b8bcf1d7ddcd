import { type WeightKernel, weightKernels } from '../../maths/weight-kernel.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { Constant, Kernel } from '../kernel.ts';
import { blockPoints } from './block-points.ts';
import sumsBody from './exact.wgsl?raw';
import { layTiles, moveToMeans } from './exact-cpu.ts';
import moveBody from './exact-move.wgsl?raw';
import tilesBody from './exact-tiles.wgsl?raw';
import { sumDifferences } from './sum-differences.ts';
import { unrollLines } from './unroll-lines.ts';

const tilePoints = 4;
const workgroupSize = [64, 1, 1] as const;

const count = { type: 'u32', comment: 'How many points there are.' } as const;
const unit = {
  type: 'f32',
  comment: 'A power of two that coordinates are multiplied by, about 1 / bandwidth.',
} as const;
const positions = {
  element: 'real',
  comment: 'The coordinates of all points along the first axis, then along the next.',
} as const;
const sums = {
  element: 'real',
  comment: 'Of each slot the sums of the weights, then of the differences along each axis.',
} as const;

const sizesOf = (dimensions: number): Record<string, Constant> => ({
  dimensions: { value: dimensions, comment: 'How many axes there are.' },
});

/** The kernels of points with so many axes. */
export interface ExactKernels {
  readonly tiles: Kernel;
  readonly move: Kernel;
  /** Sums for so many points an invocation; whichever it is, the sums are the same to the bit. */
  sums(pointsEach: number): Kernel;
}

const kept = new Map<number, ExactKernels>();

/** @param dimensions from 1 to 16 */
export function exactKernels(dimensions: number): ExactKernels {
  const found = kept.get(dimensions) ?? makeKernels(dimensions);
  kept.set(dimensions, found);
  return found;
}

function makeKernels(dimensions: number): ExactKernels {
  const sumsByPoints = new Map<number, Kernel>();
  return {
    tiles: declareKernel({
      name: `mean shift tiles, ${dimensions}-d`,
      workgroupSize,
      uniforms: {
        count,
        first: { type: 'u32', comment: 'The points from here on are laid out.' },
        unit,
      },
      bindings: {
        positions: { access: 'read', ...positions },
        tiles: { access: 'read_write', element: 'real' },
      },
      sizes: sizesOf(dimensions),
      body: unrollLines(tilesBody, 1, dimensions),
      cpu: layTiles,
    }),
    move: declareKernel({
      name: `move to means, ${dimensions}-d`,
      workgroupSize,
      uniforms: {
        count,
        first: { type: 'u32', comment: 'The points [first, first + size) move.' },
        size: { type: 'u32' },
        slots: { type: 'u32', comment: 'Into so many parts the sums are divided.' },
        unit,
      },
      bindings: {
        sums: { access: 'read', ...sums },
        positions: { access: 'read_write', ...positions },
        tiles: { access: 'read_write', element: 'real' },
      },
      sizes: sizesOf(dimensions),
      body: unrollLines(moveBody, 1, dimensions),
      cpu: moveToMeans,
    }),
    sums(pointsEach) {
      const known = sumsByPoints.get(pointsEach) ?? declareSums(dimensions, pointsEach);
      sumsByPoints.set(pointsEach, known);
      return known;
    },
  };
}

function declareSums(dimensions: number, pointsEach: number): Kernel {
  return declareKernel({
    name: `exact mean shift, ${dimensions}-d, ${pointsEach} an invocation`,
    workgroupSize,
    constants: {
      weight_kernel: {
        value: 0,
        comment: '0: gaussian, exp(-(d/bandwidth)²/2). 1: triangular, max(1 - d/bandwidth, 0).',
      },
    },
    sizes: {
      ...sizesOf(dimensions),
      points_each: { value: pointsEach, comment: 'So many points one invocation sums for.' },
      block_tiles: { value: blockPoints / tilePoints, comment: 'A block of 128 points.' },
    },
    uniforms: {
      count,
      first: { type: 'u32', comment: 'Sums are for the points [first, first + size).' },
      size: { type: 'u32' },
      slots_each: {
        type: 'u32',
        comment: 'One invocation fills so many slots, one after another.',
      },
      slot_blocks: { type: 'u32', comment: 'Each slot sums over so many blocks of points,' },
      first_block: {
        type: 'u32',
        comment: 'of these from the first to before the end; those before are in the sums already.',
      },
      end_block: { type: 'u32' },
      unit,
      steepness: {
        type: 'f32',
        comment: 'What the square of a distance in units is multiplied by, to weigh it.',
      },
    },
    bindings: {
      positions: { access: 'read', ...positions },
      tiles: {
        access: 'read',
        element: 'real',
        lanes: 4,
        comment: 'The same in units, four points a tile: a vector of them for each axis.',
      },
      sums: { access: 'read_write', ...sums },
    },
    body: unrollLines(sumsBody, pointsEach, dimensions),
    cpu: sumDifferences,
  });
}

export const weightKernelConstant = (kernel: WeightKernel) => ({
  weight_kernel: weightKernels.indexOf(kernel),
});
