import type { MatmulWorld } from './world.ts';

/** Writes what the matrices hold into some cells: the value, or the mean of those that it covers. */
export function writeCells(world: MatmulWorld, cells: Iterable<number>): void {
  const { Cell, Value, Colour } = world.components;
  const { k, n, a, b, c } = world.product;
  const matrices = [
    { values: a, width: k },
    { values: b, width: n },
    { values: c, width: n },
  ];
  for (const cell of cells) {
    const matrix = Cell.matrix[cell];
    const { values, width } = matrices[matrix];
    // Added to −0 every number stays as it is, −0 itself too.
    let sum = -0;
    const lastRow = Cell.row[cell] + Cell.rows[cell];
    const lastColumn = Cell.column[cell] + Cell.columns[cell];
    for (let row = Cell.row[cell]; row < lastRow; row++) {
      for (let column = Cell.column[cell]; column < lastColumn; column++) {
        sum += values[row * width + column];
      }
    }
    const value = sum / (Cell.rows[cell] * Cell.columns[cell]);
    Value.value[cell] = value;
    Colour.shade[cell] = shadeOf(value, world.magnitudes[matrix]);
  }
}

/** Signed, and strong for what is large; NaN has no shade. */
export function shadeOf(value: number, magnitude: number): number {
  if (Number.isNaN(value) || magnitude === 0) return 0;
  return Math.sign(value) * Math.min(1, Math.sqrt(Math.abs(value) / magnitude));
}
