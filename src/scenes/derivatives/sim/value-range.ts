/** What an axis spans. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Poles and steep ends may be left out, as long as nearly everything is seen. */
const leftOut = 0.03;
const padding = 0.08;

/** The range in which nearly all values lie; of no values, or of one, a range around it. */
export function valueRange(values: ArrayLike<number>): Range {
  const sorted = Float64Array.from(Array.from(values).filter(Number.isFinite)).sort();
  if (sorted.length === 0) return { least: -1, most: 1 };
  const all = { least: sorted[0], most: sorted[sorted.length - 1] };
  const cut = Math.floor(leftOut * sorted.length);
  const inner = { least: sorted[cut], most: sorted[sorted.length - 1 - cut] };
  // Only what would squeeze the rest flat is left out.
  const isSqueezed = all.most - all.least > 6 * (inner.most - inner.least);
  const { least, most } = isSqueezed && inner.most > inner.least ? inner : all;
  const margin = padding * (most - least) || Math.max(1, Math.abs(most));
  return { least: least - margin, most: most + margin };
}
