import type uPlot from 'uplot';
import type { ChartData } from './chart.ts';

/** How marks look, as canvas wants it. */
export interface MarkStyle {
  readonly line: string;
  readonly ink: string;
  readonly ground: string;
  readonly font: string;
}

/** Draws a chart's marks: dashed lines across it, each with its label beside it. */
export function drawMarks(plot: uPlot, marks: ChartData['marks'], style: MarkStyle): void {
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  const gap = 4 * scale;
  ctx.save();
  ctx.font = style.font;
  ctx.lineWidth = 1.5 * scale;
  for (const { axis, at, label } of marks) {
    const place = plot.valToPos(at, axis, true);
    const isVertical = axis === 'x';
    const from = isVertical ? bbox.left : bbox.top;
    const span = isVertical ? bbox.width : bbox.height;
    if (!(place >= from - 1 && place <= from + span + 1)) continue;
    ctx.beginPath();
    ctx.setLineDash([5 * scale, 4 * scale]);
    ctx.strokeStyle = style.line;
    ctx.moveTo(isVertical ? place : bbox.left, isVertical ? bbox.top : place);
    ctx.lineTo(
      isVertical ? place : bbox.left + bbox.width,
      isVertical ? bbox.top + bbox.height : place,
    );
    ctx.stroke();

    // The label stands on the side where there is room, on a halo of the ground.
    const beyondHalf = place > from + span / 2;
    ctx.setLineDash([]);
    ctx.textAlign = isVertical === beyondHalf ? 'right' : 'left';
    if (!isVertical) ctx.textAlign = 'left';
    ctx.textBaseline = !isVertical && beyondHalf ? 'bottom' : 'top';
    const x = isVertical ? place + (beyondHalf ? -gap : gap) : bbox.left + gap;
    const y = isVertical ? bbox.top + gap / 2 : place + (beyondHalf ? -gap / 2 : gap);
    ctx.lineWidth = 4 * scale;
    ctx.strokeStyle = style.ground;
    ctx.strokeText(label, x, y);
    ctx.fillStyle = style.ink;
    ctx.fillText(label, x, y);
    ctx.lineWidth = 1.5 * scale;
  }
  ctx.restore();
}
