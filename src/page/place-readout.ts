/** A box on the screen, in CSS pixels, y down. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How far it stands from the place that it speaks of. */
const gap = 14;
const edge = 4;

/**
 * Where a readout stands: beside the place that it speaks of, within the stage, and over nothing that has
 * to be seen or pressed; if it must be over something, then still within the stage.
 *
 * @param stage its own corner is at 0, 0
 * @param others what it may not cover
 */
export function placeReadout(
  size: { readonly width: number; readonly height: number },
  at: { readonly x: number; readonly y: number },
  stage: { readonly width: number; readonly height: number },
  others: readonly ScreenBox[],
): { readonly left: number; readonly top: number } {
  const [right, left] = [at.x + gap, at.x - gap - size.width];
  const [above, below] = [at.y - gap - size.height, at.y + gap];
  const far = stage.width - size.width - edge;
  const places = [
    ...[above, below, at.y - size.height / 2].flatMap((top) => [
      { left: right, top },
      { left, top },
    ]),
    ...[edge, stage.height - size.height - edge].flatMap((top) => [
      { left: at.x < stage.width / 2 ? far : edge, top },
      { left: at.x < stage.width / 2 ? edge : far, top },
    ]),
  ];
  const within = places.map((place) => ({
    left: Math.max(edge, Math.min(far, place.left)),
    top: Math.max(edge, Math.min(stage.height - size.height - edge, place.top)),
  }));
  const isFree = (place: { left: number; top: number }) =>
    others.every((other) => !overlaps({ ...place, ...size }, other));
  const isAside = ({ left: x, top: y }: { left: number; top: number }) =>
    at.x < x || at.x > x + size.width || at.y < y || at.y > y + size.height;
  return within.find((it) => isFree(it) && isAside(it)) ?? within.find(isFree) ?? within[0];
}

const overlaps = (a: ScreenBox, b: ScreenBox) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
