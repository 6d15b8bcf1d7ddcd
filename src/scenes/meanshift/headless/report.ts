import { query } from 'bitecs';
import type { Points } from '../../../gpu/meanshift/mean-shift.ts';
import type { TableFormat } from '../../../io/format-table.ts';
import { tablePieces } from '../../../io/table-pieces.ts';
import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Frame } from './frame.ts';
import type { MeanShiftInput } from './input.ts';

/** Where the points are, in input units, and which cluster each belongs to. */
export interface Found {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cluster: Uint32Array;
}

/** @param start where the points began, in world units */
export function findPoints(
  world: MeanShiftWorld,
  input: MeanShiftInput,
  start: Points,
  { origin, scale }: Frame,
): Found {
  const { Position, Row, Membership } = world.components;
  const count = input.x.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const cluster = new Uint32Array(count);
  // What did not move is where it was, to the last digit.
  const back = (axis: 'x' | 'y', now: number, row: number) =>
    now === start[axis][row] ? input[axis][row] : now * scale[axis] + origin[axis];
  for (const point of query(world, [Position, Row, Membership])) {
    const row = Row.index[point];
    x[row] = back('x', Position.x[point], row);
    y[row] = back('y', Position.y[point], row);
    cluster[row] = Membership.cluster[point];
  }
  return { x, y, cluster };
}

/** Each cluster's mean, in input units. */
export function meansByCluster({ x, y, cluster }: Found, clusters: number): number[][] {
  const means = [x, y].map((values) => meanOfEach(values, cluster, clusters));
  return Array.from({ length: clusters }, (_, i) => means.map((mean) => mean[i]));
}

/**
 * Summed as differences from a cluster's first point, so that far from zero no digit is lost; where
 * the values are huge in units that no sum of them overflows.
 */
function meanOfEach(values: Float64Array, cluster: Uint32Array, clusters: number): Float64Array {
  const first = new Float64Array(clusters);
  const sums = new Float64Array(clusters);
  const sizes = new Uint32Array(clusters);
  const units = new Float64Array(clusters).fill(1);
  values.forEach((value, row) => {
    // A power of two, which costs no digit.
    if (Math.abs(value) > 2 ** 900) units[cluster[row]] = 2 ** 200;
  });
  values.forEach((value, row) => {
    const of = cluster[row];
    const scaled = value / units[of];
    if (sizes[of] === 0) first[of] = scaled;
    sums[of] += scaled - first[of];
    sizes[of] += 1;
  });
  // Not even the sign of a zero is lost where all are equal.
  return first.map((it, of) => (sums[of] === 0 ? it : it + sums[of] / sizes[of]) * units[of]);
}

/** The input's table with where each point went, and its cluster. */
export function shiftedTable(
  input: MeanShiftInput,
  { x, y, cluster }: Found,
  format: TableFormat,
): AsyncGenerator<string> {
  const results = [...input.columns.map((name) => `shifted_${name}`), 'cluster'];
  // A JSON object has a key but once; in other tables the header stays as it was written.
  const own = format === 'json' ? besides(results, input.names) : input.header;
  return tablePieces([...own, ...results], withResults(input, { x, y, cluster }), format);
}

/** Names that are neither taken nor among themselves twice: “cluster” becomes “input_cluster”. */
function besides(taken: readonly string[], names: readonly string[]): string[] {
  const others = new Set([...taken, ...names]);
  return names.map((name) => {
    if (!taken.includes(name)) return name;
    let own = name;
    while (others.has(own)) own = `input_${own}`;
    others.add(own);
    return own;
  });
}

async function* withResults(input: MeanShiftInput, { x, y, cluster }: Found) {
  let i = 0;
  for await (const rows of input.blocks()) {
    yield rows.map((row) => {
      const result = [...row, x[i], y[i], cluster[i]];
      i += 1;
      return result;
    });
  }
}
