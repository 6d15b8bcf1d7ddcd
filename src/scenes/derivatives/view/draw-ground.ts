import type { Graphics } from 'pixi.js';
import { boxes, clips } from './plot-frame.ts';
import type { PlotInk } from './plot-ink.ts';

/** The two plots' boxes, and the axes where they lie in them. */
export function drawGround(ground: Graphics, { frame, theme, px }: PlotInk): void {
  ground.clear();
  for (const { bottom, height } of [boxes.curve, boxes.slope]) {
    ground.rect(0, bottom, frame.width, height);
  }
  ground.stroke({ width: px, color: theme.inkSoft, alpha: 0.5 });
  const zeroX = frame.toX(0);
  if (zeroX >= 0 && zeroX <= frame.width) {
    for (const { bottom, top } of [clips.curve, clips.slope]) {
      ground.moveTo(zeroX, bottom).lineTo(zeroX, top);
    }
  }
  for (const [at, clip] of [
    [frame.toY(0), clips.curve],
    [frame.toSlopeY(0), clips.slope],
  ] as const) {
    if (at >= clip.bottom && at <= clip.top) ground.moveTo(0, at).lineTo(frame.width, at);
  }
  ground.stroke({ width: px, color: theme.grid });
}
