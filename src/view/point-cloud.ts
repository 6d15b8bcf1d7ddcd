import type { Container } from 'pixi.js';

/** Many round points of one size on the screen, each of its own colour. */
export interface PointCloud {
  readonly container: Container;
  /** One colour a row, 0xRRGGBB. */
  colour(colours: ArrayLike<number>): void;
  /**
   * @param progress from the previous positions (0) to the positions (1)
   * @param radius in world units
   */
  draw(progress: number, radius: number): void;
  dispose(): void;
}
