import { Graphics } from 'pixi.js';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import { currentTheme } from '../../../view/theme.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { slopeNow } from '../sim/slope-now.ts';
import { caption } from './captions.ts';
import { curveLabels } from './curve-labels.ts';
import { curveReadout } from './curve-readout.ts';
import { drawConstruction } from './draw-construction.ts';
import { drawCurves } from './draw-curves.ts';
import { drawGround } from './draw-ground.ts';
import { keepCurves } from './keep-curves.ts';
import { keepPlotFrame, plotBounds, widthThatFills } from './plot-frame.ts';
import { pointHandles } from './point-handles.ts';

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
  const frame = keepPlotFrame(world, () => widthThatFills(stage.camera));
  const curves = keepCurves(world, stage.camera);
  return {
    bounds: () => plotBounds(frame().width),
    draw({ progress, phase }) {
      const { now, before, step, parameters, resolved } = world;
      const theme = currentTheme();
      const sampled = curves(frame());
      const isNew = changes(
        sampled.version,
        progress,
        phase,
        theme,
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
      const ink = { frame: frame(), theme, px: 1 / stage.camera.scale };
      const found = slopeNow(world, progress);
      drawGround(ground, ink);
      drawCurves(curve, world, ink, sampled, found.x);
      drawConstruction(construction, world, ink, found, progress === 1 ? phase : null);
    },
    handles: () => pointHandles(world, frame(), requests),
    labels: ({ description, isStill, phase }) =>
      curveLabels(world, frame(), isStill ? description.found : null, phase, stage.camera.scale),
    readout: (place) => curveReadout(world, frame(), place, 1 / stage.camera.scale),
    caption,
    dispose() {
      for (const part of [ground, curve, construction]) part.destroy();
      stage.showGrid(true);
    },
  };
};
