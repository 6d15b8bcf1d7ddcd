import type { DerivativesWorld } from './world.ts';

/** Writes the values and slopes that came back into the samples, and where they were taken. */
export function writeCurve(world: DerivativesWorld): void {
  const { slopes, samples, sampleX, components } = world;
  if (!slopes) return;
  const { Position, Slope, Row } = components;
  const found = slopes.fetched();
  for (const sample of samples) {
    const row = Row.index[sample];
    Position.x[sample] = sampleX[row];
    Position.y[sample] = found.values[row];
    Slope.value[sample] = found.slopes[row];
  }
}
