/** A knob that was turned on the way: up to and including a step it had another value than now. */
export interface ValueChange {
  readonly name: string;
  readonly value: number | string | null;
  readonly until: number;
}

/** The values that the tick to a step was taken with, where `values` hold after the last turn. */
export function valuesAt<V extends object>(
  valueChanges: readonly ValueChange[],
  step: number,
  values: V,
): V {
  const before: Record<string, unknown> = {};
  // The latest first, so that the turn next after the step has the last word.
  for (const { name, value, until } of valueChanges.toSorted((a, b) => b.until - a.until)) {
    if (until >= step) before[name] = value;
  }
  return { ...values, ...before };
}

/** The last step that was taken with another value than now; 0 if none was. */
export const lastChange = (valueChanges: readonly ValueChange[]): number =>
  valueChanges.reduce((last, { until }) => Math.max(last, until), 0);
