import { addComponents, addEntity } from 'bitecs';
import type { Blocks } from './blocks.ts';
import { coveredBy } from './blocks.ts';
import { mostJourneys } from './journeys.ts';
import { layoutOf, type Place } from './layout.ts';
import type { MatmulWorld } from './world.ts';

/** How many entities a world of these blocks and this method has. */
export function countEntities(world: Pick<MatmulWorld, 'values' | 'blocks' | 'walk'>): number {
  const { rows, columns, terms } = world.blocks;
  const cells = rows.count * terms.count + terms.count * columns.count + rows.count * columns.count;
  return cells + mostJourneys(world);
}

/** Makes an entity for each cell of the three matrices, and for each traveller. */
export function addCells(world: MatmulWorld): void {
  const { rows, columns, terms } = world.blocks;
  const place = layoutOf(world);
  const { components, cells } = world;
  const { Position, PreviousPosition, Destination, Row, Cell, Value, Colour, Traveller } =
    components;
  let number = 0;

  function addMatrix(
    matrix: 0 | 1 | 2,
    down: Blocks,
    across: Blocks,
    at: (i: number, j: number) => Place,
  ) {
    const entities: number[] = [];
    for (let i = 0; i < down.count; i++) {
      for (let j = 0; j < across.count; j++) {
        const cell = addEntity(world);
        addComponents(world, cell, Position, Row, Cell, Value, Colour);
        const [row, endRow] = coveredBy(down, i);
        const [column, endColumn] = coveredBy(across, j);
        Row.index[cell] = number++;
        Cell.matrix[cell] = matrix;
        Cell.row[cell] = row;
        Cell.rows[cell] = endRow - row;
        Cell.column[cell] = column;
        Cell.columns[cell] = endColumn - column;
        const { x, y } = at(i, j);
        Position.x[cell] = x;
        Position.y[cell] = y;
        entities.push(cell);
      }
    }
    (cells[matrix] as number[]).push(...entities);
  }
  addMatrix(0, rows, terms, place.a);
  addMatrix(1, terms, columns, place.b);
  addMatrix(2, rows, columns, place.c);

  for (let i = mostJourneys(world); i > 0; i--) {
    const traveller = addEntity(world);
    addComponents(
      world,
      traveller,
      Position,
      PreviousPosition,
      Destination,
      Value,
      Colour,
      Traveller,
    );
    (world.travellers as number[]).push(traveller);
  }
}
