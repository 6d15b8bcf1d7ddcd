import type { ComputeBuffer } from '../backend.ts';

/** A matrix in a buffer, or a batch of them: how far apart neighbours lie along each axis, in elements. */
export interface Matrix {
  readonly buffer: ComputeBuffer;
  /** 0 where one matrix serves the whole batch. */
  readonly batch: number;
  readonly row: number;
  readonly column: number;
}

/** A single matrix that lies row after row. */
export const denseMatrix = (buffer: ComputeBuffer, columns: number): Matrix => ({
  buffer,
  batch: 0,
  row: columns,
  column: 1,
});
