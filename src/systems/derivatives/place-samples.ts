import type { DerivativesWorld } from './world.ts';

/** Spreads what is sampled over what will be seen: the window, or the part of it under the microscope. */
export function placeSamples(world: DerivativesWorld): void {
  const { slopes, sampleX, window, resolved } = world;
  if (!slopes) return;
  const { now } = world.coming;
  const { from, to } = seenWindow({ window, resolved, now });
  const last = sampleX.length - 2;
  let isNew = sampleX[last + 1] !== now.x;
  for (let row = 0; row <= last; row++) {
    const x = from + ((to - from) * row) / last;
    if (sampleX[row] !== x) isNew = true;
    sampleX[row] = x;
  }
  sampleX[last + 1] = now.x;
  // Where nothing has moved nothing is uploaded.
  if (isNew) slopes.setSamples(sampleX);
}

/** The part of x that is seen. */
export function seenWindow({
  window: { from, to },
  resolved: { zoom },
  now,
}: Pick<DerivativesWorld, 'window' | 'resolved' | 'now'>) {
  if (zoom <= 1) return { from, to };
  const half = (to - from) / 2 / zoom;
  return { from: now.x - half, to: now.x + half };
}
