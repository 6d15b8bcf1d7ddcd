import { query } from 'bitecs';
import type { MatmulWorld } from './world.ts';
import { writeCells } from './write-cells.ts';

/** Writes what all three matrices hold into their cells. */
export function writeValues(world: MatmulWorld): void {
  const { Cell, Value, Colour } = world.components;
  writeCells(world, query(world, [Cell, Value, Colour]));
}
