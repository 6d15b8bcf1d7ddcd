import type { ParticleContainer } from 'pixi.js';

/**
 * Destroys a particle container with all that was made for it. pixi 8.22 by itself leaves the index
 * buffer on the GPU, for a minute; `_gpuData` is its internal store, and package.json pins pixi exactly.
 */
export function destroyParticles(container: ParticleContainer): void {
  const indices = Object.values(container._gpuData).map((made) => made?.geometry.indexBuffer);
  container.destroy();
  for (const buffer of indices) buffer?.destroy();
}
