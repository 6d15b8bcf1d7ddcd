import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { valueText } from './value-text.ts';

/** A cell in words: “A[1, 2] = 3”. */
export function describeCell(world: EnteredMatmul, row: number): string {
  const { Cell, Value } = world.components;
  const cell = numberedCells(world)[row];
  if (cell === undefined) return '';
  const name = 'ABC'[Cell.matrix[cell]];
  const range = (first: number, count: number) =>
    count === 1 ? `${first}` : `${first}:${first + count}`;
  const place = `${range(Cell.row[cell], Cell.rows[cell])}, ${range(Cell.column[cell], Cell.columns[cell])}`;
  const covers = Cell.rows[cell] * Cell.columns[cell];
  const value = valueText(Value.value[cell], 6);
  return covers === 1
    ? `${name}[${place}] = ${value}`
    : `${name}[${place}]: ${covers} values, ${value} on average`;
}
