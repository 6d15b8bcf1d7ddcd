import type { ProductPart } from '../../maths/matmul/product.ts';

/** How large a piece of a product may be, and in which steps it can grow. */
export interface PieceLimits {
  /** Multiplications. */
  readonly work: number;
  /** The cells of a workgroup. */
  readonly group: { readonly rows: number; readonly columns: number };
  /** Workgroups along an axis. */
  readonly groups: number;
}

/** Longer sums are added up piece by piece: that keeps their f32 rounding small. */
const mostTerms = 8192;
const fewestTerms = 256;

/**
 * Cuts a part of a product into pieces, each one dispatch: by rows as far as that goes, then by
 * columns, then by terms. The pieces of one cell's sum come in the order of its terms.
 */
export function cutProduct(part: ProductPart, limits: PieceLimits): ProductPart[] {
  const { work, group, groups } = limits;
  const size = ([first, end]: readonly [number, number]) => end - first;
  const smallest = group.rows * group.columns;
  const terms = Math.min(
    size(part.terms),
    mostTerms,
    Math.max(fewestTerms, Math.floor(work / smallest)),
  );
  const columns = steps(work / (group.rows * terms), group.columns, size(part.columns), groups);
  const rows = steps(work / (columns * terms), group.rows, size(part.rows), groups);
  const pieces: ProductPart[] = [];
  for (const rowRange of ranges(part.rows, rows)) {
    for (const columnRange of ranges(part.columns, columns)) {
      for (const termRange of ranges(part.terms, terms)) {
        pieces.push({ rows: rowRange, columns: columnRange, terms: termRange });
      }
    }
  }
  return pieces;
}

/** As many whole groups as fit into `most`, at least one and no more than there are cells. */
function steps(most: number, group: number, cells: number, groups: number): number {
  const fitting = Math.max(1, Math.min(groups, Math.floor(most / group)));
  return Math.min(cells, fitting * group);
}

function ranges([first, end]: readonly [number, number], step: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = first; at < end; at += step) found.push([at, Math.min(end, at + step)]);
  return found;
}
