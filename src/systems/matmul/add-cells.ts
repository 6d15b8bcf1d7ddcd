import { addEntities } from '../../components/add-entities.ts';
import { type Blocks, coveredBy } from './blocks.ts';
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
export async function addCells(world: MatmulWorld): Promise<void> {
  const { rows, columns, terms } = world.blocks;
  const place = layoutOf(world);
  let first = 0;
  const add = async (matrix: number, down: Blocks, across: Blocks, at: PlaceOf) => {
    const cells = cellsOfMatrix(down, across, at);
    await addEntities(world, cells.length, {
      Position: { x: cells.map(({ x }) => x), y: cells.map(({ y }) => y) },
      Row: { index: cells.map((_, i) => first + i) },
      Cell: {
        matrix,
        row: cells.map(({ row }) => row),
        rows: cells.map(({ rows }) => rows),
        column: cells.map(({ column }) => column),
        columns: cells.map(({ columns }) => columns),
      },
      Value: {},
      Colour: {},
    });
    first += cells.length;
  };
  await add(0, rows, terms, place.a);
  await add(1, terms, columns, place.b);
  await add(2, rows, columns, place.c);
  await addEntities(world, mostJourneys(world), {
    Position: {},
    PreviousPosition: {},
    Destination: {},
    Value: {},
    Colour: {},
    Traveller: {},
  });
}

type PlaceOf = (i: number, j: number) => Place;

/** Row after row. */
function cellsOfMatrix(down: Blocks, across: Blocks, at: PlaceOf) {
  return Array.from({ length: down.count * across.count }, (_, cell) => {
    const [i, j] = [Math.floor(cell / across.count), cell % across.count];
    const [row, endRow] = coveredBy(down, i);
    const [column, endColumn] = coveredBy(across, j);
    return { row, rows: endRow - row, column, columns: endColumn - column, ...at(i, j) };
  });
}
