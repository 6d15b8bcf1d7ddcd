import { writeNumber } from '../../../io/write-number.ts';
import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import { cellName } from './describe-cell.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { isBegun } from './is-begun.ts';
import { valueText } from './value-text.ts';

/** A cell by its name, and what it holds with all of its digits; null where no cell is. */
export function cellNumbers(
  world: EnteredMatmul,
  row: number,
): { readonly label: string; readonly value: string } | null {
  const { Cell, Value } = world.components;
  const cell = numberedCells(world)[row];
  if (cell === undefined) return null;
  const { rows, columns } = world.blocks;
  const isThere =
    Cell.matrix[cell] !== 2 ||
    isBegun(world, Cell.row[cell] / rows.each, Cell.column[cell] / columns.each);
  const covers = Cell.rows[cell] * Cell.columns[cell];
  const number = Value.value[cell];
  const value = Number.isFinite(number) ? writeNumber(number).replace('-', '−') : valueText(number);
  return {
    label: cellName(world, cell),
    value: isThere ? (covers === 1 ? value : `${value} (mean of ${covers})`) : 'not computed yet',
  };
}
