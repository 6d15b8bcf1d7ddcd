import { cellsOf } from './cells-of.ts';
import type { MatmulWorld } from './world.ts';
import { writeCells } from './write-cells.ts';

/** Writes what C holds into its cells; A and B stay as they are. */
export function writeSums(world: MatmulWorld): void {
  writeCells(world, cellsOf(world)[2]);
}
