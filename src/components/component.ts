import { type Fields, type StructOfArrays, structOfArrays } from './struct-of-arrays.ts';

/**
 * What an entity can have: its fields and the arrays that hold them. The arrays themselves are made
 * with a world, since every world numbers its entities from 1.
 */
export const component = <const F extends Fields>(fields: F): F => fields;

export type Components = Readonly<Record<string, Fields>>;

/** A world's arrays, one struct a component. */
export type Stores<C extends Components> = { readonly [K in keyof C]: StructOfArrays<C[K]> };

/** Makes the arrays of a world of at most `capacity` entities, by the components' names. */
export function createStores<const C extends Components>(
  components: C,
  capacity: number,
): Stores<C> {
  const stores = Object.entries(components).map(
    ([name, fields]) => [name, structOfArrays(capacity, fields)] as const,
  );
  return Object.fromEntries(stores) as Stores<C>;
}
