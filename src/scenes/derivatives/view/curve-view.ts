import { Graphics } from 'pixi.js';
import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { rollersOf, samplesOf } from '../../../systems/derivatives/entities-of.ts';
import { exactSlope } from '../../../systems/derivatives/exact-slope.ts';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import { currentTheme, type Theme } from '../../../view/theme.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { type SlopeNow, slopeNow } from '../sim/slope-now.ts';
import { caption } from './captions.ts';
import { curveLabels } from './curve-labels.ts';
import { traceCurve, traceLine } from './draw-curve.ts';
import { boxes, type PlotFrame, plotFrame } from './plot-frame.ts';
import { pointHandles } from './point-handles.ts';

const curveClip = { bottom: boxes.curve.bottom, top: boxes.curve.bottom + boxes.curve.height };
const slopeClip = { bottom: boxes.slope.bottom, top: boxes.slope.bottom + boxes.slope.height };

/** A function of x: its curve with the point and the slope there, and below it the derivative. */
export const openCurveView: OpenSceneView<DerivativesWorld, DerivativesDescription> = (
  world,
  stage,
  requests,
) => {
  stage.showGrid(false);
  const ground = new Graphics();
  const curve = new Graphics();
  const construction = new Graphics();
  stage.root.addChild(ground, curve, construction);
  const changes = createChangeWatcher();
  let frame = plotFrame(world);
  let found = slopeNow(world, 1);

  const px = () => 1 / stage.camera.scale;

  function drawGround(theme: Theme): void {
    ground.clear();
    for (const { bottom, height } of [boxes.curve, boxes.slope]) {
      ground.rect(0, bottom, boxes.width, height);
    }
    ground.stroke({ width: px(), color: theme.inkSoft, alpha: 0.5 });
    const zeroX = frame.toX(0);
    if (zeroX >= 0 && zeroX <= boxes.width) {
      for (const { bottom, top } of [curveClip, slopeClip]) {
        ground.moveTo(zeroX, bottom).lineTo(zeroX, top);
      }
    }
    for (const [at, clip] of [
      [frame.toY(0), curveClip],
      [frame.toSlopeY(0), slopeClip],
    ] as const) {
      if (at >= clip.bottom && at <= clip.top) ground.moveTo(0, at).lineTo(boxes.width, at);
    }
    ground.stroke({ width: px(), color: theme.grid });
  }

  function drawCurves(theme: Theme): void {
    const { Position, Slope } = world.components;
    const samples = samplesOf(world);
    const { motion } = world;
    curve.clear();
    const exact = exactSlope(world);
    traceCurve(
      curve,
      samples.length,
      (i) => {
        const x = Position.x[samples[i]];
        return { x: frame.toX(x), y: frame.toSlopeY(exact(x)) };
      },
      slopeClip,
    );
    curve.stroke({ width: 4 * px(), color: theme.clusters[2], alpha: 0.35 });
    // While the point travels its slope draws the derivative behind it.
    traceCurve(
      curve,
      samples.length,
      (i) => {
        const x = Position.x[samples[i]];
        const isDrawn = motion !== 'travel' || x <= found.x;
        return {
          x: frame.toX(x),
          y: isDrawn ? frame.toSlopeY(Slope.value[samples[i]]) : Number.NaN,
        };
      },
      slopeClip,
    );
    curve.stroke({ width: 2 * px(), color: theme.clusters[1] });
    traceCurve(
      curve,
      samples.length,
      (i) => ({ x: frame.toX(Position.x[samples[i]]), y: frame.toY(Position.y[samples[i]]) }),
      curveClip,
    );
    curve.stroke({ width: 2.5 * px(), color: theme.clusters[0] });
  }

  function dot(x: number, y: number, radius: number, fill: number, theme: Theme): void {
    if (!Number.isFinite(y) || x < 0 || x > boxes.width) return;
    construction
      .circle(x, y, radius * px())
      .fill({ color: fill })
      .stroke({ width: 1.5 * px(), color: theme.surface });
  }

  function drawConstruction(theme: Theme, phase: number | null): void {
    construction.clear();
    const { x, y, looked, slope, exact } = found;
    const place = { x: frame.toX(x), y: frame.toY(y) };
    const perUnit = (frame.toY(1) - frame.toY(0)) / (frame.toX(1) - frame.toX(0));
    const isFirst = orderOf(world) === 1;
    if (isFirst) {
      traceLine(construction, place, exact * perUnit, boxes.width, curveClip);
      construction.stroke({ width: 1.5 * px(), color: theme.clusters[2], alpha: 0.7 });
    }
    const showsSecant = isFirst && (phase === null || phase >= 2);
    if (showsSecant) {
      const [from] = looked;
      const origin = { x: frame.toX(from.x), y: frame.toY(from.y) };
      const through = world.resolved.scheme === 'five-point' ? place : origin;
      traceLine(construction, through, slope * perUnit, boxes.width, curveClip);
      construction.stroke({ width: 2 * px(), color: theme.clusters[1] });
    }
    if (isFirst && looked.length > 1 && isInside(frame, looked)) drawTriangle(found, theme, phase);
    if (world.motion === 'descend') drawRollers(theme);
    for (const point of looked)
      dot(frame.toX(point.x), frame.toY(point.y), 5, theme.clusters[1], theme);
    dot(place.x, place.y, 7, theme.ink, theme);
    const slopeY = frame.toSlopeY(slope);
    if (slopeY >= slopeClip.bottom && slopeY <= slopeClip.top) {
      dot(place.x, slopeY, 6, theme.clusters[1], theme);
    }
  }

  /** Rise over run, between the outermost points that the scheme looks at. */
  function drawTriangle({ looked }: SlopeNow, theme: Theme, phase: number | null): void {
    const [first] = looked;
    const last = looked[looked.length - 1];
    const corner = { x: frame.toX(last.x), y: frame.toY(first.y) };
    construction.moveTo(frame.toX(first.x), corner.y).lineTo(corner.x, corner.y);
    if (phase === null || phase >= 1) construction.lineTo(corner.x, frame.toY(last.y));
    construction.stroke({ width: 1.5 * px(), color: theme.ink });
  }

  function drawRollers(theme: Theme): void {
    const { Position } = world.components;
    const f = compileExpression(world.expression, { parameters: world.parameters });
    // Those that share a pixel of x share it of y, too: they are one dot.
    const drawn = new Set<number>();
    for (const roller of rollersOf(world)) {
      const x = frame.toX(Position.x[roller]);
      const pixel = Math.round(x / px());
      if (!(x >= 0 && x <= boxes.width) || drawn.has(pixel)) continue;
      drawn.add(pixel);
      const y = frame.toY(f(Position.x[roller]));
      if (y >= curveClip.bottom && y <= curveClip.top) construction.circle(x, y, 4.5 * px());
    }
    construction.fill({ color: theme.clusters[3], alpha: 0.75 });
  }

  return {
    bounds: () => ({
      left: -0.9,
      right: boxes.width + 0.4,
      bottom: boxes.slope.bottom - 0.45,
      top: curveClip.top + 0.35,
    }),
    draw({ progress, phase }) {
      const { now, before, step, parameters, resolved } = world;
      const isNew = changes(
        progress,
        phase,
        currentTheme(),
        stage.camera.scale,
        now.x,
        now.h,
        before.h,
        step,
        ...Object.values(parameters),
        ...Object.values(resolved),
        world.taken.at(-1),
      );
      if (!isNew) return;
      frame = plotFrame(world);
      found = slopeNow(world, progress);
      const theme = currentTheme();
      drawGround(theme);
      drawCurves(theme);
      drawConstruction(theme, progress === 1 ? phase : null);
    },
    handles: () => pointHandles(world, plotFrame(world), requests),
    labels: ({ description, isStill, phase }) =>
      curveLabels(world, plotFrame(world), isStill ? description.found : null, phase),
    caption,
    dispose() {
      for (const part of [ground, curve, construction]) part.destroy();
      stage.showGrid(true);
    },
  };
};

const isInside = ({ x }: PlotFrame, looked: SlopeNow['looked']) =>
  looked.every((point) => Number.isFinite(point.y) && point.x >= x.least && point.x <= x.most);
