import { addEntities, type Columns } from '../components/add-entities.ts';
import type { Stores } from '../components/component.ts';
import type { Row } from '../components/row.ts';
import { rowNumbers } from '../components/row-numbers.ts';
import type { ComputeBuffer } from '../gpu/backend.ts';
import type { Element } from '../gpu/kernel.ts';
import { createMirror, type MirroredField } from './create-mirror.ts';
import type { World } from './world.ts';

type RowStores = Stores<{ readonly Row: typeof Row }>;

/** A buffer that holds fields of entities, all rows of the first and then all of the next. */
export interface RowBuffer {
  readonly fields: readonly MirroredField[];
  /** `real` if not given. */
  readonly element?: Element;
  /** The device only writes it. */
  readonly isResult?: true;
  /** Neither the device nor a system changes it: it is uploaded once. */
  readonly isFixed?: true;
}

/**
 * Makes `count` entities that have these components and a row each, and a mirrored buffer for whatever
 * of them the kernels are to reach. Where a field has a `before`, a step can be taken again.
 *
 * @returns the buffers by their names
 */
export async function addRows<
  S extends RowStores,
  const B extends Readonly<Record<string, RowBuffer>>,
>(
  world: World & { readonly components: S },
  count: number,
  columns: Omit<Columns<S>, 'Row'>,
  buffers: B,
): Promise<{ readonly [K in keyof B]: ComputeBuffer }> {
  const { components, scope } = world;
  const own = world.compute.within(scope);
  await addEntities<RowStores>(world, count, { ...columns, Row: { index: rowNumbers(count) } });
  const stores: Readonly<Record<string, object>> = components;
  const having = ['Row', ...Object.keys(columns)].map((name) => stores[name]);
  const made = Object.entries(buffers).map(([label, { fields, isFixed, ...how }]) => {
    const make = (name: string) =>
      own.createBuffer(name, how.element ?? 'real', fields.length * count);
    const buffer = make(label);
    const isStepped = fields.some(({ before }) => before);
    const mirror = createMirror(world, {
      buffer,
      ...(isStepped ? { previous: make(`previous ${label}`) } : {}),
      components: having,
      row: components.Row.index,
      fields,
      isResult: how.isResult ?? false,
    });
    if (!isFixed) world.mirrors.push(mirror);
    return [label, buffer];
  });
  return Object.fromEntries(made);
}
