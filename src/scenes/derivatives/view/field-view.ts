import { Container, Sprite } from 'pixi.js';
import { compileExpression } from '../../../maths/expression/evaluate.ts';
import { createPointCloud } from '../../../points/create-point-cloud.ts';
import { createPointPlaces } from '../../../points/point-places.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { takeCanvasTexture } from '../../../view/canvas-texture.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import { destroyTree } from '../../../view/destroy-tree.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import { currentTheme } from '../../../view/theme.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { numberText } from '../sim/number-text.ts';
import { roundTo } from '../sim/round-to.ts';
import { caption } from './captions.ts';
import { paintHeat } from './paint-heat.ts';

const pixels = 192;
const radiusPixels = 2.5;

/** A function of x and y as a heat map, and the points that roll down it. */
export const openFieldView: OpenSceneView<DerivativesWorld, DerivativesDescription> = (
  world,
  stage,
) => {
  const { window, descent, components } = world;
  if (!descent) throw new Error('points roll in every field');
  const size = window.to - window.from;
  const picture = takeCanvasTexture(pixels);
  const { canvas, texture } = picture;
  const heat = new Sprite(texture);
  heat.position.set(window.from, window.to);
  heat.scale.set(size / pixels, -size / pixels);
  const places = createPointPlaces(world, components);
  const cloud = createPointCloud(stage, places, descent);
  const layer = new Container();
  layer.addChild(heat, cloud.container);
  stage.root.addChild(layer);
  const changes = createChangeWatcher();

  function repaint(): void {
    const theme = currentTheme();
    const { parameters, expression } = world;
    const f = compileExpression(expression, { parameters });
    paintHeat(canvas, (part, down) => f(window.from + size * part, window.to - size * down), theme);
    texture.source.update();
    cloud.colour(new Array(places.count).fill(theme.mark.cross));
  }

  return {
    bounds: () => ({ left: window.from, right: window.to, bottom: window.from, top: window.to }),
    draw({ progress }) {
      if (changes(currentTheme(), ...Object.values(world.parameters))) repaint();
      cloud.draw(progress * progress * (3 - 2 * progress), radiusPixels / stage.camera.scale);
    },
    readout: ({ x, y }) => {
      const { from, to } = window;
      if (x < from || x > to || y < from || y > to) return null;
      const at = { x: roundTo(x, 1 / stage.camera.scale), y: roundTo(y, 1 / stage.camera.scale) };
      const value = compileExpression(world.expression, { parameters: world.parameters })(
        at.x,
        at.y,
      );
      return {
        rows: [
          { label: '(x, y)', value: `(${numberText(at.x, 12)}, ${numberText(at.y, 12)})` },
          { label: 'f(x, y)', value: numberText(value, 6) },
        ],
        x,
        y,
      };
    },
    caption,
    dispose() {
      cloud.dispose();
      destroyTree(layer);
      picture.giveBack();
    },
  };
};
