import type { Camera } from '../view/camera.ts';
import type { StageLabel } from '../view/scene-view.ts';

/** In CSS pixels. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

type Placed = { readonly left: number; readonly top: number };

/** A label needs as much room on the screen. */
const widthPixels = 60;
const edge = 2;
const gap = 6;
const alignments = { start: 0, middle: 0.5, end: 1 } as const;

/**
 * Where labels stand on the stage, their upper left corners in CSS pixels; null for those that are not
 * shown: whose room is too small for what they say, that are off the stage, or in the way of one of their
 * own row.
 */
export function placeLabels(
  labels: readonly StageLabel[],
  sizes: readonly LabelSize[],
  camera: Pick<Camera, 'toScreen' | 'scale' | 'width' | 'height'>,
): (Placed | null)[] {
  const rows = new Map<string, (Placed & LabelSize)[]>();
  return labels.map((label, i) => {
    const { room, least = widthPixels, row } = label;
    const size = sizes[i];
    const pixels = room * camera.scale;
    if (pixels < least || pixels < size.width) return null;
    const place = placeOf(label, size, camera);
    if (!place || row === undefined) return place;
    const others = rows.get(row) ?? [];
    rows.set(row, others);
    if (others.some((other) => touches({ ...place, ...size }, other))) return null;
    others.push({ ...place, ...size });
    return place;
  });
}

function placeOf(
  { x, y, align = 'middle', shift = { x: 0, y: 0 }, follows }: StageLabel,
  { width, height }: LabelSize,
  camera: Pick<Camera, 'toScreen' | 'width' | 'height'>,
): Placed | null {
  const at = camera.toScreen(x, y);
  const left = at.x + shift.x - width * alignments[align];
  const top = at.y + shift.y - height / 2;
  if (!follows) return { left, top };
  const isOff =
    follows === 'x' ? at.y < 0 || at.y > camera.height : at.x < 0 || at.x > camera.width;
  if (isOff) return null;
  return {
    left: Math.max(edge, Math.min(camera.width - width - edge, left)),
    top: Math.max(edge, Math.min(camera.height - height - edge, top)),
  };
}

const touches = (a: Placed & LabelSize, b: Placed & LabelSize) =>
  a.left < b.left + b.width + gap &&
  b.left < a.left + a.width + gap &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
