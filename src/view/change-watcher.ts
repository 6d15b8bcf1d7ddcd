/** @returns tells whether any of some values differs from the last time it was asked */
export function createChangeWatcher(): (...values: readonly unknown[]) => boolean {
  let last: readonly unknown[] = [];
  return (...values) => {
    const isSame =
      values.length === last.length && values.every((value, i) => Object.is(value, last[i]));
    last = values;
    return !isSame;
  };
}
