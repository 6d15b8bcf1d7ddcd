import { createWorld } from 'bitecs';
import type { Scope } from '../base/scope.ts';
import { type Components, createStores, type Stores } from '../components/component.ts';
import type { Backend } from '../gpu/backend.ts';
import type { World } from './world.ts';

export interface WorldParts<
  V extends object,
  R extends object,
  C extends Components,
  O extends object,
> {
  readonly values: V;
  /** What the values mean, and how to work it out for others. */
  readonly resolved: R;
  readonly resolve: World<V, R>['resolve'];
  readonly compute: Backend;
  /** Ends with the world. */
  readonly scope: Scope;
  /** What its entities can have. */
  readonly components: C;
  /** How many entities there will be at most. */
  readonly capacity: number;
  /** What the scene's world has of its own. */
  readonly own: O;
}

/** Makes a world at step 0, with no entity yet. */
export function openWorld<
  V extends object,
  R extends object,
  const C extends Components,
  O extends object,
>({
  values,
  resolved,
  resolve,
  compute,
  scope,
  components,
  capacity,
  own,
}: WorldParts<V, R, C, O>): World<V, R> & { readonly components: Stores<C> } & O {
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
