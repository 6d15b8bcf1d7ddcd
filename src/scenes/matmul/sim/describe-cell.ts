import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { termsAdded } from './terms-added.ts';
import { valueText } from './value-text.ts';

/** So many products are written out. */
const mostWritten = 4;

/** A cell in words: “A[1, 2] = 3”; of C also what it is made of, and how far it is. */
export function describeCell(world: EnteredMatmul, row: number): string {
  const { Cell, Value } = world.components;
  const cell = numberedCells(world)[row];
  if (cell === undefined) return '';
  const name = cellName(world, cell);
  const covers = Cell.rows[cell] * Cell.columns[cell];
  const value = valueText(Value.value[cell], 6);
  const isOne = covers === 1;
  const said = isOne ? `${name} = ${value}` : `${name}: ${covers} values, ${value} on average`;
  if (Cell.matrix[cell] !== 2) return said;
  const [i, j] = [Cell.row[cell], Cell.column[cell]];
  const madeOf = `${lines('row', i, Cell.rows[cell])} of A times ${lines('column', j, Cell.columns[cell])} of B`;
  const { rows, columns } = world.blocks;
  const { a, b, k, n } = world.product;
  const added = termsAdded(world, i / rows.each, j / columns.each);
  if (added === 0) return `${name} will be ${madeOf}.`;
  if (added < k) return `${said} after ${added} of ${k} products: ${madeOf}.`;
  if (!isOne || k > mostWritten) return `${said}: ${madeOf}.`;
  const products = Array.from(
    { length: k },
    (_, t) => `${valueText(a[i * k + t])} · ${valueText(b[t * n + j])}`,
  );
  return `${name} = ${products.join(' + ')} = ${value}: ${madeOf}.`;
}

const lines = (name: string, first: number, count: number) =>
  count === 1 ? `${name} ${first}` : `${name}s ${first} to ${first + count - 1}`;

/** “A[1, 2]”, or of a cell that covers several values “A[0:4, 8:12]”. */
export function cellName({ components: { Cell } }: EnteredMatmul, cell: number): string {
  const range = (first: number, count: number) =>
    count === 1 ? `${first}` : `${first}:${first + count}`;
  const place = `${range(Cell.row[cell], Cell.rows[cell])}, ${range(Cell.column[cell], Cell.columns[cell])}`;
  return `${'ABC'[Cell.matrix[cell]]}[${place}]`;
}
