import { Not, query } from 'bitecs';
import { Container, Graphics } from 'pixi.js';
import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import { destroyTree } from '../../view/destroy-tree.ts';
import type { Theme } from '../../view/theme.ts';

const armPixels = 9;
/** Open in the middle, where the points gather. */
const gapPixels = 4;
const diagonals = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

export interface CentroidMarks {
  readonly container: Container;
  draw(theme: Theme, scale: number): void;
  /** Keeps the marks' size on the screen. */
  resize(scale: number): void;
  dispose(): void;
}

/** The true centroids as the lesson marks them: a cross, light on heavy. */
export function createCentroidMarks(world: MeanShiftWorld): CentroidMarks {
  const { Position, Source, Row } = world.components;
  const container = new Container();
  const marks = Array.from(query(world, [Position, Source, Not(Row)]), (centroid) => {
    const mark = new Graphics();
    mark.position.set(Position.x[centroid], Position.y[centroid]);
    return container.addChild(mark);
  });
  const resize = (scale: number) => {
    for (const mark of marks) mark.scale.set(1 / scale);
  };
  return {
    container,
    draw({ mark: { outline, cross } }, scale) {
      for (const mark of marks) {
        mark.clear();
        for (const [width, color] of [
          [5, outline],
          [2.5, cross],
        ]) {
          for (const [dx, dy] of diagonals) {
            mark.moveTo(dx * gapPixels, dy * gapPixels).lineTo(dx * armPixels, dy * armPixels);
          }
          mark.stroke({ width, color, cap: 'round' });
        }
      }
      resize(scale);
    },
    resize,
    dispose: () => destroyTree(container),
  };
}
