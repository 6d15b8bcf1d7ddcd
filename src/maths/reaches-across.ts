/** Two groups of points on either side of a line. */
export interface Facing {
  /** The coordinate across the line: no point of `here` has a greater one than any of `there`. */
  readonly across: ArrayLike<number>;
  /** The coordinate along the line. */
  readonly along: ArrayLike<number>;
  /** Points, as indices. They are sorted anew. */
  readonly here: Uint32Array;
  readonly there: Uint32Array;
}

/** What rounding may have hidden, in radii. */
const doubt = 1e-13;

/**
 * Whether any point here is near one there, without looking at all pairs.
 *
 * Circles around the points here have an edge that faces the line, and of several circles of one size
 * one alone reaches furthest at a given place along it. Circles of one size cross once, so further
 * along the line a later circle reaches furthest: the middle point of `there` finds the one for its
 * place, and the points on either side need to look at the circles on that side only (divide and
 * conquer in a totally monotone matrix, as in Aggarwal et al., 1987, “Geometric applications of a
 * matrix-searching algorithm”). That is n log n distances, however the points lie.
 *
 * @param near whether the distance of two points is at most `radius`; it alone decides
 * @param look told how many distances are looked at
 */
export function reachesAcross(
  { across, along, here, there }: Facing,
  radius: number,
  near: (p: number, q: number, slack?: number) => boolean,
  look: (distances: number) => void,
): boolean {
  here.sort((p, q) => along[p] - along[q]);
  there.sort((p, q) => along[p] - along[q]);
  // From the line's side, so that far from zero no digit is lost.
  const from = here.reduce((least, p) => Math.min(least, across[p]), Number.POSITIVE_INFINITY);
  const heights = Float64Array.from(here, (p) => (across[p] - from) / radius);

  /** The circle that reaches furthest at a place along the line; -1 if none comes there. */
  function furthest(place: number, first: number, end: number): number {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    look(end - first);
    for (let i = first; i < end; i++) {
      const offset = (place - along[here[i]]) / radius;
      if (Math.abs(offset) > 1 + doubt) continue;
      const reach = heights[i] + Math.sqrt(Math.max(0, 1 - offset * offset));
      if (reach <= most) continue;
      most = reach;
      best = i;
    }
    return best;
  }

  function search(first: number, end: number, firstHere: number, endHere: number): boolean {
    if (first >= end || firstHere >= endHere) return false;
    const middle = (first + end) >>> 1;
    const point = there[middle];
    const best = furthest(along[point], firstHere, endHere);
    if (best < 0) {
      // None comes here: those before it serve the points before this one, and none of those behind.
      let split = firstHere;
      while (split < endHere && along[here[split]] < along[point]) split += 1;
      return search(first, middle, firstHere, split) || search(middle + 1, end, split, endHere);
    }
    if (near(here[best], point)) return true;
    if (near(here[best], point, doubt)) {
      // So close that rounding may have chosen another circle than the nearest.
      look(here.length);
      if (here.some((p) => near(p, point))) return true;
    }
    return search(first, middle, firstHere, best + 1) || search(middle + 1, end, best, endHere);
  }
  return search(0, there.length, 0, here.length);
}
