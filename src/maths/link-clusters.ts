export interface Clusters {
  /** Each point's cluster; clusters are numbered by size, largest first, ties by first appearance. */
  readonly labels: Uint32Array;
  readonly sizes: readonly number[];
}

/**
 * Groups points that chains of neighbours within `radius` connect (single linkage). After mean
 * shift the points of one mode coincide up to rounding, so any radius well below the distance
 * between modes gives the modes.
 */
export function linkClusters(x: ArrayLike<number>, y: ArrayLike<number>, radius: number): Clusters {
  const parents = Uint32Array.from({ length: x.length }, (_, i) => i);
  const find = (i: number) => {
    while (parents[i] !== i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  };
  const join = (a: number, b: number) => {
    const [first, second] = [find(a), find(b)].sort((p, q) => p - q);
    parents[second] = first;
  };
  const near = (a: number, b: number) => Math.hypot(x[a] - x[b], y[a] - y[b]) <= radius;

  // Points in one cell are always linked: its diagonal is the radius. Linked cells lie within two
  // cells of each other.
  const cells = fillCells(x, y, radius / Math.SQRT2);
  for (const { column, row, points } of cells.values()) {
    for (const point of points) join(points[0], point);
    for (let dx = -2; dx <= 2; dx++) {
      for (let dy = -2; dy <= 2; dy++) {
        const other = cells.get(cellKey(column + dx, row + dy));
        if (!other || find(other.points[0]) === find(points[0])) continue;
        if (points.some((a) => other.points.some((b) => near(a, b))))
          join(points[0], other.points[0]);
      }
    }
  }
  return numberBySize(parents.map((_, i) => find(i)));
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly points: number[];
}

const cellKey = (column: number, row: number) => `${column} ${row}`;

function fillCells(x: ArrayLike<number>, y: ArrayLike<number>, size: number): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (let i = 0; i < x.length; i++) {
    const column = cellOf(x[i], size);
    const row = cellOf(y[i], size);
    const key = cellKey(column, row);
    const cell = cells.get(key);
    if (cell) cell.points.push(i);
    else cells.set(key, { column, row, points: [i] });
  }
  return cells;
}

/** Cells too small to be counted are single coordinates. */
function cellOf(coordinate: number, size: number): number {
  const cell = Math.floor(coordinate / size);
  return Number.isFinite(cell) ? cell : coordinate;
}

/** @param roots each point's representative, the first point of its cluster */
function numberBySize(roots: Uint32Array): Clusters {
  const members = new Map<number, number>();
  for (const root of roots) members.set(root, (members.get(root) ?? 0) + 1);
  const bySize = [...members].sort(([a, sizeA], [b, sizeB]) => sizeB - sizeA || a - b);
  const numbers = new Map(bySize.map(([root], number) => [root, number]));
  return { labels: roots.map((root) => numbers.get(root)!), sizes: bySize.map(([, size]) => size) };
}
