import { Cell } from '../../components/cell.ts';
import { Colour } from '../../components/colour.ts';
import type { Stores } from '../../components/component.ts';
import { Destination } from '../../components/destination.ts';
import { Position } from '../../components/position.ts';
import { PreviousPosition } from '../../components/previous-position.ts';
import { Row } from '../../components/row.ts';
import { Traveller } from '../../components/traveller.ts';
import { Value } from '../../components/value.ts';
import type { KernelName } from '../../gpu/matmul/named-kernel.ts';
import type { Product } from '../../maths/matmul/product.ts';
import type { World } from '../../world/world.ts';
import type { Blocks } from './blocks.ts';
import type { Engine } from './engine.ts';

/** The rungs of the lesson's ladder, from the ground up. */
export const matmulMethods = [
  'loops',
  'dot',
  'broadcast',
  'einsum',
  'gpu-naive',
  'gpu-tiled',
  'gpu-best',
] as const;

export type MatmulMethod = (typeof matmulMethods)[number];

/** What its entities can have. */
export const matmulComponents = {
  Position,
  PreviousPosition,
  Destination,
  Row,
  Cell,
  Value,
  Colour,
  Traveller,
};

/** What of the picture a step works on, in cells; ends are exclusive. */
export interface CellRanges {
  readonly rows: readonly [first: number, end: number];
  readonly columns: readonly [first: number, end: number];
  readonly terms: readonly [first: number, end: number];
}

/** How a method goes through a product: its steps, and the cells that each works on. */
export interface Walk {
  readonly steps: number;
  /** @param step from 0 */
  at(step: number): CellRanges;
}

export interface MatmulValues {
  readonly method: MatmulMethod;
  /** What gpu-best takes. */
  readonly kernel: KernelName;
}

/** The world that the matmul systems work on. Cells have a Row, their number among all cells. */
export interface MatmulWorld extends World {
  readonly values: MatmulValues;
  readonly resolved: MatmulValues;
  readonly components: Stores<typeof matmulComponents>;
  /** A, B and as much of C as is computed. */
  readonly product: Product;
  /** C in f64, all of it. */
  readonly reference: Float64Array;
  /** How far C is from it at most; null until the product is done. */
  largestError: number | null;
  readonly blocks: { readonly rows: Blocks; readonly columns: Blocks; readonly terms: Blocks };
  readonly walk: Walk;
  /** What computes the parts of the product. */
  readonly engine: Engine;
  /** The largest magnitude in each matrix: what shades are relative to. */
  readonly magnitudes: readonly [A: number, B: number, C: number];
  /** The step that travellers and lights show, from 0; null before the first. */
  shownStep: number | null;
}
