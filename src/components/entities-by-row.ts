import { query, type World } from 'bitecs';
import type { Row } from './row.ts';
import type { StructOfArrays } from './struct-of-arrays.ts';

/**
 * The entities that have a row and all of these components, in the order of their rows: a query's
 * order is not theirs.
 */
export function entitiesByRow(
  world: World,
  row: StructOfArrays<typeof Row>,
  components: readonly object[],
): Uint32Array {
  const found = query(world, [row, ...components]);
  const entities = new Uint32Array(found.length);
  for (const entity of found) entities[row.index[entity]] = entity;
  return entities;
}
