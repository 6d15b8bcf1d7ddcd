import { createWorld } from 'bitecs';
import type { Scope } from '../base/scope.ts';
import { type Components, createStores, type Stores } from '../components/component.ts';
import type { Backend } from '../gpu/backend.ts';
import type { World } from './world.ts';

export interface WorldParts<V extends object, C extends Components, O extends object> {
  readonly values: V;
  readonly compute: Backend;
  /** Ends with the world. */
  readonly scope: Scope;
  /** What its entities can have. */
  readonly components: C;
  /** How many entities there will be at most. */
  readonly capacity: number;
  /** What the scene's world has of its own, as far as it is there by now. */
  readonly own?: O;
}

/** What the values mean, where that is not what they say. */
export interface Meaning<V extends object, R extends object> {
  readonly resolved: R;
  /** Works it out for other values. */
  readonly resolve: World<V, R>['resolve'];
}

type Opened<V extends object, R extends object, C extends Components, O> = World<V, R> & {
  readonly components: Stores<C>;
} & O;

/** Makes a world at step 0, with no entity yet. */
export function openWorld<
  V extends object,
  R extends object,
  const C extends Components,
  O extends object,
>(parts: WorldParts<V, C, O> & Meaning<V, R>): Opened<V, R, C, O>;
export function openWorld<V extends object, const C extends Components, O extends object = object>(
  parts: WorldParts<V, C, O>,
): Opened<V, V, C, O>;
export function openWorld<V extends object, const C extends Components, O extends object>({
  values,
  resolved = values,
  resolve = (given) => given,
  compute,
  scope,
  components,
  capacity,
  own,
}: WorldParts<V, C, O> & Partial<Meaning<V, V>>) {
  return createWorld({
    ...own,
    values,
    resolved,
    resolve,
    compute,
    scope,
    components: createStores(components, capacity),
    step: 0,
    atRest: false,
    work: [],
    mirrors: [],
  });
}
