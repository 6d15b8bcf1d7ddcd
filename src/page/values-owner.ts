import { clearedBy } from '../world/cleared-by.ts';
import {
  defaultValues,
  type Parameter,
  type ParameterTable,
  type ParameterValues,
} from '../world/parameters.ts';

/** Parameters' values by their names; a record that is never changed. */
export type Values = Readonly<Record<string, number | string | null>>;

/** The values of a scene: the one place where another record takes the place of the one before. */
export interface ValuesOwner<V> {
  /** The values of now. */
  readonly now: V;
  /** The same, as what is not typed by the scene reads them. */
  readonly record: Values;
  /**
   * Takes valid values over, with what they clear.
   *
   * @returns what changing them asks for; nothing where all are as they were
   */
  take(wanted: Values): ReadonlySet<Parameter['effect']>;
  /** Puts a record back that was there before. */
  putBack(former: Former<V>): void;
  /**
   * Puts back what only another world could have, and what choosing it has cleared; what was turned in
   * the world that is there stays.
   */
  putBackResets(former: Former<V>): void;
  /** The world is there that was chosen: what it has cleared is gone. */
  confirm(): void;
  readonly former: Former<V>;
}

/** Values as they were. */
export interface Former<V> {
  readonly now: V;
  readonly record: Values;
}

export function ownValues<T extends ParameterTable>(
  table: T,
  initial: Values = {},
): ValuesOwner<ParameterValues<T>> {
  const defaults = defaultValues(table);
  let held: Former<ParameterValues<T>> = {
    now: { ...defaults, ...initial },
    record: { ...defaults, ...initial },
  };
  /** What was cleared since a world was entered, as it was before. */
  let cleared: Values = {};
  const effectOf = (name: string) => (table as ParameterTable)[name].effect;
  return {
    get now() {
      return held.now;
    },
    get record() {
      return held.record;
    },
    get former() {
      return held;
    },
    take(wanted) {
      const { now, record } = held;
      const clearing = clearedBy(table, record, wanted);
      const given = { ...clearing, ...wanted };
      const before = Object.keys(clearing).map((name) => [name, record[name]]);
      cleared = { ...Object.fromEntries(before), ...without(cleared, Object.keys(wanted)) };
      const fresh = Object.keys(given).filter((name) => given[name] !== record[name]);
      if (fresh.length > 0) held = { now: { ...now, ...given }, record: { ...record, ...given } };
      return new Set(fresh.map(effectOf));
    },
    putBack(former) {
      held = former;
      cleared = {};
    },
    putBackResets({ record }) {
      const resets = Object.keys(record).filter((name) => effectOf(name) === 'reset');
      const back = {
        ...cleared,
        ...Object.fromEntries(resets.map((name) => [name, record[name]])),
      };
      held = { now: { ...held.now, ...back }, record: { ...held.record, ...back } };
      cleared = {};
    },
    confirm() {
      cleared = {};
    },
  };
}

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
