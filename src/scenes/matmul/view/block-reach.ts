import type { EnteredMatmul } from '../sim/enter-matmul.ts';

/** How far the blocks of a kernel's grid reach, in cells from the corner of C. */
export interface BlockReach {
  readonly right: number;
  readonly down: number;
  /** Whether all of them are seen; C would be lost in some. */
  readonly isWhole: boolean;
}

/** Blocks over the edge are seen whole, as long as they are not larger than twice C. */
export function blockReach({
  blocks,
  kernel,
}: Pick<EnteredMatmul, 'blocks' | 'kernel'>): BlockReach {
  const { rows, columns } = blocks;
  const whole = ({ size, each }: typeof rows, group = 1) =>
    Math.max(Math.ceil(size / each), (Math.ceil(size / group) * group) / each);
  const right = whole(columns, kernel?.group.columns);
  const down = whole(rows, kernel?.group.rows);
  const isWhole = right <= 2 * columns.count && down <= 2 * rows.count;
  return isWhole ? { right, down, isWhole } : { right: columns.count, down: rows.count, isWhole };
}
