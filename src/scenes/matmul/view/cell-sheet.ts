import { Particle, ParticleContainer, Texture } from 'pixi.js';
import { destroyParticles } from '../../../view/destroy-particles.ts';

/** Many squares that are drawn at once. */
export interface CellSheet {
  readonly container: ParticleContainer;
  /** Paints a square; `size` is its side in world units. */
  paint(index: number, square: Square): void;
  dispose(): void;
}

export interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: number;
  readonly alpha: number;
}

export function createCellSheet(count: number): CellSheet {
  const container = new ParticleContainer({
    texture: Texture.WHITE,
    dynamicProperties: { position: true, color: true, vertex: true, rotation: false, uvs: false },
  });
  const particles = Array.from(
    { length: count },
    () => new Particle({ texture: Texture.WHITE, anchorX: 0.5, anchorY: 0.5, alpha: 0 }),
  );
  if (count > 0) container.addParticle(...particles);
  const { width } = Texture.WHITE;
  return {
    container,
    paint(index, { x, y, size, colour, alpha }) {
      const particle = particles[index];
      particle.x = x;
      particle.y = y;
      particle.scaleX = particle.scaleY = size / width;
      particle.tint = colour;
      particle.alpha = alpha;
    },
    dispose: () => destroyParticles(container),
  };
}
