import type { WeightKernel } from '../../maths/weight-kernel.ts';
import type { ComputeBuffer, Recording } from '../backend.ts';

export interface MeanShiftStep {
  readonly weightKernel: WeightKernel;
  /** In the units of the positions. */
  readonly bandwidth: number;
  /** How many points move at once; each batch sees the batches before it moved. */
  readonly batch: number;
}

/** A way to take a step: what it needs is made when it is. */
export interface MeanShiftMethod {
  /** Moves every point once. Good until it is asked for again; another bandwidth records nothing. */
  shift(step: MeanShiftStep): Recording;
}

/** What a method works on. */
export interface MeanShiftData {
  readonly count: number;
  /** How many axes there are, from 1 to 16. */
  readonly dimensions: number;
  /** The coordinates of all points along the first axis, then along the next. */
  readonly positions: ComputeBuffer;
  /** No coordinate is larger, and no two are further apart; no step can widen it. */
  readonly extent: number;
}
