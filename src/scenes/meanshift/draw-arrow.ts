import type { Graphics } from 'pixi.js';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** An arrow whose line and head keep their size on the screen; nothing where it would have no length. */
export function drawArrow(
  graphics: Graphics,
  from: Place,
  to: Place,
  color: number,
  scale: number,
) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length * scale < 2) return;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const head = Math.min(9 / scale, length);
  const neck = { x: to.x - along.x * head, y: to.y - along.y * head };
  const half = head * 0.45;
  graphics
    .moveTo(from.x, from.y)
    .lineTo(neck.x, neck.y)
    .stroke({ width: 2.5 / scale, color });
  graphics
    .poly([
      to.x,
      to.y,
      neck.x - along.y * half,
      neck.y + along.x * half,
      neck.x + along.y * half,
      neck.y - along.x * half,
    ])
    .fill({ color });
}
