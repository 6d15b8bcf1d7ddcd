import type { Container } from 'pixi.js';

/** Many round points of one size on the screen, each of its own colour. */
export interface PointCloud {
  readonly container: Container;
  /** One colour a row, 0xRRGGBB. */
  colour(colours: ArrayLike<number>): void;
  /** Points come from there, all x and then all y, as far as `draw` says; null where from nowhere. */
  comeFrom(places: Float32Array | null): void;
  /**
   * @param progress from the previous positions (0) to the positions (1)
   * @param radius in world units
   * @param arrived from where they come (0) to where that is (1); 1, if not given
   */
  draw(progress: number, radius: number, arrived?: number): void;
  dispose(): void;
}
