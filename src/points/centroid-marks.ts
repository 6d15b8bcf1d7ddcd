import { Container, Graphics } from 'pixi.js';
import { destroyTree } from '../view/destroy-tree.ts';
import type { Theme } from '../view/theme.ts';

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
  draw(theme: Theme): void;
  /** Puts each mark where its centroid is, in its size on the screen. */
  place(scale: number, at: (centroid: number) => { readonly x: number; readonly y: number }): void;
  dispose(): void;
}

/** Centroids as the lesson marks them: a cross, light on heavy. */
export function createCentroidMarks(count: number): CentroidMarks {
  const container = new Container();
  const marks = Array.from({ length: count }, () => container.addChild(new Graphics()));
  return {
    container,
    draw({ mark: { outline, cross } }) {
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
    },
    place(scale, at) {
      for (const [centroid, mark] of marks.entries()) {
        const { x, y } = at(centroid);
        mark.scale.set(1 / scale);
        mark.position.set(x, y);
      }
    },
    dispose: () => destroyTree(container),
  };
}
