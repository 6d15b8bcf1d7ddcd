const rowsAtOnce = 4096;

/** `count` rows that are made when they are needed, in blocks. @param rowOf by the row's number from 0 */
export function* rowBlocks<Row>(count: number, rowOf: (row: number) => Row): Generator<Row[]> {
  for (let first = 0; first < count; first += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, count - first);
    yield Array.from({ length }, (_, i) => rowOf(first + i));
  }
}
