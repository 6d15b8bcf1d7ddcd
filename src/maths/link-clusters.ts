import { type Cells, fillCells } from './fill-cells.ts';
import { reachesAcross } from './reaches-across.ts';

export interface Clusters {
  /** Each point's cluster; clusters are numbered by size, largest first, ties by first appearance. */
  readonly labels: Uint32Array;
  readonly sizes: readonly number[];
}

/** What linking took. */
export interface LinkingWork {
  distances: number;
}

/**
 * Groups points that chains of neighbours within `radius` connect (single linkage). After mean
 * shift the points of one mode coincide up to rounding, so any radius well below the distance
 * between modes gives the modes.
 *
 * Points in one cell of a grid are always linked, since its diagonal is shorter than the radius; so
 * cells are linked, not points, and whether two cells are is found in n log n distances.
 *
 * @param x @param y coordinates of n points
 * @param radius in their units; points at exactly this distance are linked
 * @param work counts the distances that are looked at
 */
export function linkClusters(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  radius: number,
  work: LinkingWork = { distances: 0 },
): Clusters {
  const side = sideFor(radius);
  const cells = fillCells(x, y, side);
  const parents = Uint32Array.from({ length: cells.count }, (_, cell) => cell);
  const find = (cell: number) => {
    while (parents[cell] !== cell) {
      parents[cell] = parents[parents[cell]];
      cell = parents[cell];
    }
    return cell;
  };
  const areLinked = linkTest(cells, x, y, radius, work);
  const offsets = offsetsWithin(radius / side);
  for (let cell = 0; cell < cells.count; cell++) {
    for (const [dx, dy] of offsets) {
      const other = cells.find(cells.columns[cell] + dx, cells.rows[cell] + dy);
      if (other < 0) continue;
      const root = find(cell);
      const otherRoot = find(other);
      if (root === otherRoot || !areLinked(cell, other)) continue;
      // The smaller number stays the root: it has the point that appears first.
      parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    }
  }
  for (let cell = 0; cell < cells.count; cell++) parents[cell] = find(cell);
  return numberBySize(parents, cells);
}

/**
 * The largest power of two with which a cell's diagonal is shorter than the radius. The smallest
 * number that there is will always do: no cell then holds two places.
 */
const sideFor = (radius: number) =>
  Math.max(Number.MIN_VALUE, 2 ** Math.floor(Math.log2(0.7 * Math.min(radius, Number.MAX_VALUE))));

/** Where cells can lie that have a point within so many sides; one of each two opposite ones. */
function offsetsWithin(sides: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let dx = 0; dx <= 3; dx++) {
    for (let dy = dx === 0 ? 1 : -3; dy <= 3; dy++) {
      if (Math.hypot(Math.max(0, dx - 1), Math.max(0, Math.abs(dy) - 1)) <= sides)
        found.push([dx, dy]);
    }
  }
  return found;
}

/** So few pairs are soonest looked at one by one. */
const fewPairs = 64;

/** @returns whether any two points of two cells are within the radius */
function linkTest(
  cells: Cells,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  radius: number,
  work: LinkingWork,
): (cell: number, other: number) => boolean {
  const { columns, rows, starts, points } = cells;
  const [left, right] = boundsOf(cells, x);
  const [bottom, top] = boundsOf(cells, y);
  const near = (p: number, q: number, slack = 0) => {
    work.distances += 1;
    return Math.hypot(x[p] - x[q], y[p] - y[q]) <= radius * (1 + slack);
  };
  const look = (distances: number) => {
    work.distances += distances;
  };
  /** One by one. */
  function anyNear(cell: number, other: number): boolean {
    for (let i = starts[cell]; i < starts[cell + 1]; i++) {
      for (let j = starts[other]; j < starts[other + 1]; j++) {
        if (near(points[i], points[j])) return true;
      }
    }
    return false;
  }
  const sizeOf = (cell: number) => starts[cell + 1] - starts[cell];
  const pointsOf = (cell: number) => points.subarray(starts[cell], starts[cell + 1]);
  /** The points of a cell that another cell's bounds are within reach of. */
  const within = (cell: number, other: number) =>
    pointsOf(cell).filter((p) => {
      work.distances += 1;
      const dx = Math.max(0, left[other] - x[p], x[p] - right[other]);
      const dy = Math.max(0, bottom[other] - y[p], y[p] - top[other]);
      // Of one axis alone it is exact; of both, rounding may say a little too much.
      return dx <= radius && dy <= radius && Math.hypot(dx, dy) <= radius * (1 + 1e-13);
    });
  return (cell, other) => {
    if (near(points[starts[cell]], points[starts[other]])) return true;
    if (sizeOf(cell) * sizeOf(other) <= fewPairs) return anyNear(cell, other);
    const ours = within(cell, other);
    const theirs = ours.length > 0 ? within(other, cell) : ours;
    if (ours.length * theirs.length <= fewPairs) {
      return ours.some((p) => theirs.some((q) => near(p, q)));
    }
    const sideBySide = columns[cell] !== columns[other];
    const [place, across, along] = sideBySide ? [columns, x, y] : [rows, y, x];
    const [here, there] = place[cell] < place[other] ? [ours, theirs] : [theirs, ours];
    return reachesAcross({ across, along, here, there }, radius, near, look);
  };
}

/** The least and the greatest coordinate in each cell. */
function boundsOf({ count, cellOf }: Cells, coordinates: ArrayLike<number>) {
  const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < cellOf.length; i++) {
    least[cellOf[i]] = Math.min(least[cellOf[i]], coordinates[i]);
    most[cellOf[i]] = Math.max(most[cellOf[i]], coordinates[i]);
  }
  return [least, most] as const;
}

/** @param roots each cell's representative, the first cell of its cluster */
function numberBySize(roots: Uint32Array, { starts, cellOf }: Cells): Clusters {
  const members = new Uint32Array(roots.length);
  for (const [cell, root] of roots.entries()) members[root] += starts[cell + 1] - starts[cell];
  const bySize = Uint32Array.from(new Set(roots)).sort((a, b) => members[b] - members[a] || a - b);
  const numbers = new Uint32Array(roots.length);
  for (const [number, root] of bySize.entries()) numbers[root] = number;
  return {
    labels: cellOf.map((cell) => numbers[roots[cell]]),
    sizes: Array.from(bySize, (root) => members[root]),
  };
}
