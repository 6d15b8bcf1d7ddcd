import { Graphics, Particle, ParticleContainer, type Renderer } from 'pixi.js';
import { destroyParticles } from './destroy-particles.ts';
import type { PointCloud } from './point-cloud.ts';

/** Coordinates by row, read anew at every draw. */
export interface PointSource {
  x(row: number): number;
  y(row: number): number;
  previousX(row: number): number;
  previousY(row: number): number;
}

const texturePixels = 32;

/** Draws points from components, for renderers that share no device with the kernels. */
export function createCpuPointCloud(
  renderer: Renderer,
  count: number,
  source: PointSource,
): PointCloud {
  const disc = new Graphics().circle(0, 0, texturePixels / 2).fill(0xffffff);
  const texture = renderer.generateTexture({ target: disc, resolution: 2, antialias: true });
  disc.destroy();
  const container = new ParticleContainer({
    texture,
    dynamicProperties: { position: true, color: true, vertex: true, rotation: false, uvs: false },
  });
  const particles = Array.from(
    { length: count },
    () => new Particle({ texture, anchorX: 0.5, anchorY: 0.5 }),
  );
  container.addParticle(...particles);
  let origins: Float32Array | null = null;

  return {
    container,
    colour(values) {
      for (let row = 0; row < count; row++) particles[row].tint = values[row];
    },
    comeFrom(places) {
      origins = places;
    },
    draw(progress, radius, arrived = 1) {
      const scale = (2 * radius) / texturePixels;
      for (let row = 0; row < count; row++) {
        const particle = particles[row];
        const before = { x: source.previousX(row), y: source.previousY(row) };
        particle.x = before.x + (source.x(row) - before.x) * progress;
        particle.y = before.y + (source.y(row) - before.y) * progress;
        if (origins && arrived < 1) {
          particle.x = origins[row] + (particle.x - origins[row]) * arrived;
          particle.y = origins[count + row] + (particle.y - origins[count + row]) * arrived;
        }
        particle.scaleX = particle.scaleY = scale;
      }
    },
    dispose() {
      destroyParticles(container);
      // Not destroyed: pixi’s shader of all particles is still bound to it, until it draws others.
      texture.source.unload();
    },
  };
}
