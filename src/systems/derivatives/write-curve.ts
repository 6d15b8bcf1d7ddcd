import type { DerivativesWorld } from './world.ts';

/** Writes the values and slopes that came back into the samples. */
export function writeCurve(world: DerivativesWorld): void {
  const { slopes, samples, components } = world;
  if (!slopes) return;
  const { Position, Slope, Row } = components;
  const found = slopes.fetched();
  for (const sample of samples) {
    const row = Row.index[sample];
    Position.y[sample] = found.values[row];
    Slope.value[sample] = found.slopes[row];
  }
}
