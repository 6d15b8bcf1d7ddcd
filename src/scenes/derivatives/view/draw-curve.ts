/** What a line is drawn on: pixi's Graphics is one. */
export interface Path {
  moveTo(x: number, y: number): Path;
  lineTo(x: number, y: number): Path;
}

/** A box that lines are cut to, in world units. */
export interface Clip {
  readonly bottom: number;
  readonly top: number;
}

/**
 * Adds a line through places to a path, broken where there is none, or where it leaves the box.
 *
 * @param count how many places there are; one without a number is a gap
 */
export function traceCurve(
  path: Path,
  count: number,
  place: (index: number) => { readonly x: number; readonly y: number },
  { bottom, top }: Clip,
): void {
  let isDown = false;
  let before: { x: number; y: number } | null = null;
  for (let i = 0; i < count; i++) {
    const { x, y } = place(i);
    const isThere = Number.isFinite(x) && Number.isFinite(y);
    const inside = isThere && y >= bottom && y <= top;
    if (inside && !isDown && before) {
      // It comes in from beyond the edge.
      const edge = before.y < bottom ? bottom : top;
      const part = (edge - before.y) / (y - before.y);
      path.moveTo(before.x + (x - before.x) * part, edge).lineTo(x, y);
    } else if (inside) {
      if (isDown) path.lineTo(x, y);
      else path.moveTo(x, y);
    } else if (isDown && isThere && before) {
      const edge = y < bottom ? bottom : top;
      const part = (edge - before.y) / (y - before.y);
      path.lineTo(before.x + (x - before.x) * part, edge);
    }
    isDown = inside;
    before = isThere ? { x, y } : null;
  }
}

/** Adds the part of a straight line through a place that lies in the box. */
export function traceLine(
  path: Path,
  { x, y }: { readonly x: number; readonly y: number },
  slope: number,
  width: number,
  { bottom, top }: Clip,
): void {
  if (!Number.isFinite(slope) || !Number.isFinite(y)) return;
  const at = (worldX: number) => y + slope * (worldX - x);
  let [left, right] = [0, width];
  if (slope !== 0) {
    const ends = [(bottom - y) / slope + x, (top - y) / slope + x].sort((a, b) => a - b);
    left = Math.max(left, ends[0]);
    right = Math.min(right, ends[1]);
  } else if (y < bottom || y > top) return;
  if (left < right) path.moveTo(left, at(left)).lineTo(right, at(right));
}
