import { cellsOf } from './cells-of.ts';
import type { CellRanges, MatmulWorld } from './world.ts';

/** Lights the cells that a step works on, and no others. */
export function lightCells(world: MatmulWorld, ranges: CellRanges | null): void {
  const { Colour } = world.components;
  const cells = cellsOf(world);
  for (const matrix of cells) for (const cell of matrix) Colour.lit[cell] = 0;
  if (!ranges) return;
  const { blocks } = world;
  const light = (
    matrix: Uint32Array,
    width: number,
    [firstRow, endRow]: readonly [number, number],
    [firstColumn, endColumn]: readonly [number, number],
  ) => {
    for (let row = firstRow; row < endRow; row++) {
      for (let column = firstColumn; column < endColumn; column++) {
        Colour.lit[matrix[row * width + column]] = 1;
      }
    }
  };
  light(cells[0], blocks.terms.count, ranges.rows, ranges.terms);
  light(cells[1], blocks.columns.count, ranges.terms, ranges.columns);
  light(cells[2], blocks.columns.count, ranges.rows, ranges.columns);
}
