/** Points sorted into the square cells of a grid. Cells are numbered by the first point in each. */
export interface Cells {
  readonly count: number;
  /** Where a cell lies: its x is in [column, column + 1) sides. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** The points of a cell are `points.subarray(starts[cell], starts[cell + 1])`, in their order. */
  readonly starts: Uint32Array;
  readonly points: Uint32Array;
  /** Each point's cell. */
  readonly cellOf: Uint32Array;
  /** The cell that lies there, or -1. */
  find(column: number, row: number): number;
}

/** @param side a power of two: then no rounding puts a point into a cell that it is not in */
export function fillCells(x: ArrayLike<number>, y: ArrayLike<number>, side: number): Cells {
  const length = x.length;
  const slots = 2 ** Math.ceil(Math.log2(Math.max(2, 3 * length)));
  // Open addressing: a slot holds a cell's number plus one.
  const table = new Uint32Array(slots);
  const columns = new Float64Array(length);
  const rows = new Float64Array(length);
  const cellOf = new Uint32Array(length);
  const starts = new Uint32Array(length + 1);
  let count = 0;

  function slotOf(column: number, row: number): number {
    // Neighbours along a column lie side by side in memory, too.
    const block = Math.floor(row / 8);
    let slot = (hash(column, block) + row - 8 * block) & (slots - 1);
    for (let cell = table[slot]; cell > 0; cell = table[slot]) {
      if (columns[cell - 1] === column && rows[cell - 1] === row) break;
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }
  for (let i = 0; i < length; i++) {
    const column = placeOf(x[i], side);
    const row = placeOf(y[i], side);
    const slot = slotOf(column, row);
    if (table[slot] === 0) {
      columns[count] = column;
      rows[count] = row;
      count += 1;
      table[slot] = count;
    }
    cellOf[i] = table[slot] - 1;
    starts[table[slot]] += 1;
  }
  for (let cell = 0; cell < count; cell++) starts[cell + 1] += starts[cell];
  const next = starts.slice();
  const points = new Uint32Array(length);
  for (let i = 0; i < length; i++) points[next[cellOf[i]]++] = i;
  const find = (column: number, row: number) => table[slotOf(column, row)] - 1;
  return { count, columns, rows, starts, points, cellOf, find };
}

/** Beyond what can be counted every coordinate is a place of its own. Never -0. */
function placeOf(coordinate: number, side: number): number {
  const place = Math.floor(coordinate / side);
  return (Number.isFinite(place) ? place : coordinate) + 0;
}

const bits = new Float64Array(2);
const words = new Uint32Array(bits.buffer);

/** All bits of both numbers, mixed (the finisher of MurmurHash3). */
function hash(column: number, row: number): number {
  bits[0] = column;
  bits[1] = row;
  let mixed = 0;
  for (let i = 0; i < 4; i++) {
    mixed = Math.imul(mixed ^ words[i], 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}
