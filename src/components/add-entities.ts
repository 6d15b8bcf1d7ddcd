import { addComponents, addEntity, type World } from 'bitecs';
import { inSlices } from '../base/in-slices.ts';

type Store = Readonly<Record<string, { [entity: number]: number }>>;

/** A field's values: one for each entity, or one for all. */
type Column = ArrayLike<number> | number;

/** The components that the entities get, with the fields that do not begin at 0. */
export type Columns<S extends Readonly<Record<string, Store>>> = {
  readonly [K in keyof S]?: { readonly [F in keyof S[K]]?: Column };
};

/**
 * Makes `count` entities that have the same components, in slices.
 *
 * @returns the entities, in the order of the columns
 */
export async function addEntities<S extends Readonly<Record<string, Store>>>(
  world: World & { readonly components: S },
  count: number,
  columns: Columns<S>,
): Promise<Uint32Array> {
  const names = Object.keys(columns);
  const stores = names.map((name) => world.components[name]);
  const entities = new Uint32Array(count);
  await inSlices(count, (first, end) => {
    for (let i = first; i < end; i++) {
      entities[i] = addEntity(world);
      addComponents(world, entities[i], stores);
    }
  });
  for (const name of names) {
    for (const [field, column] of Object.entries(columns[name] ?? {})) {
      if (column !== undefined) fill(world.components[name][field], entities, column);
    }
  }
  return entities;
}

function fill(field: { [entity: number]: number }, entities: Uint32Array, column: Column): void {
  for (let i = 0; i < entities.length; i++) {
    field[entities[i]] = typeof column === 'number' ? column : column[i];
  }
}
