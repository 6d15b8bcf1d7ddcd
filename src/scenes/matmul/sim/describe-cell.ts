import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { valueText } from './value-text.ts';

/** A cell in words: “A[1, 2] = 3”. */
export function describeCell(world: EnteredMatmul, row: number): string {
  const { Cell, Value } = world.components;
  const cell = numberedCells(world)[row];
  if (cell === undefined) return '';
  const name = cellName(world, cell);
  const covers = Cell.rows[cell] * Cell.columns[cell];
  const value = valueText(Value.value[cell], 6);
  return covers === 1 ? `${name} = ${value}` : `${name}: ${covers} values, ${value} on average`;
}

/** “A[1, 2]”, or of a cell that covers several values “A[0:4, 8:12]”. */
export function cellName({ components: { Cell } }: EnteredMatmul, cell: number): string {
  const range = (first: number, count: number) =>
    count === 1 ? `${first}` : `${first}:${first + count}`;
  const place = `${range(Cell.row[cell], Cell.rows[cell])}, ${range(Cell.column[cell], Cell.columns[cell])}`;
  return `${'ABC'[Cell.matrix[cell]]}[${place}]`;
}
