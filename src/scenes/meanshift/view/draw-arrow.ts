import type { Graphics } from 'pixi.js';

const headPixels = 11;
const shaftPixels = 2.5;
/** A rim in the ground's colour keeps it readable on points of every colour. */
const rimPixels = 2;

/**
 * An arrow from zero; nothing where it would have no length.
 *
 * @param x @param y where it ends, in CSS pixels
 */
export function drawArrow(
  graphics: Graphics,
  x: number,
  y: number,
  color: number,
  rim: number,
): void {
  const length = Math.hypot(x, y);
  if (length < 2) return;
  const head = Math.min(headPixels, length);
  const along = { x: x / length, y: y / length };
  const neck = { x: x - along.x * head, y: y - along.y * head };
  const half = head * 0.45;
  const outline = [
    x,
    y,
    neck.x - along.y * half,
    neck.y + along.x * half,
    neck.x + along.y * half,
    neck.y - along.x * half,
  ];
  graphics
    .moveTo(0, 0)
    .lineTo(neck.x, neck.y)
    .stroke({ width: shaftPixels + 2 * rimPixels, color: rim, cap: 'round' })
    .poly(outline)
    .stroke({ width: 2 * rimPixels, color: rim, join: 'round' })
    .moveTo(0, 0)
    .lineTo(neck.x, neck.y)
    .stroke({ width: shaftPixels, color, cap: 'round' })
    .poly(outline)
    .fill({ color });
}
