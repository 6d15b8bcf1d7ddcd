import type { DerivativesWorld } from './world.ts';

/** Writes where the points have rolled. */
export function writePoints(world: DerivativesWorld): void {
  const { descent, rollers, components } = world;
  if (!descent) return;
  const { Position, PreviousPosition, Row } = components;
  const { positions } = descent.fetched;
  for (const roller of rollers) {
    const row = Row.index[roller];
    PreviousPosition.x[roller] = Position.x[roller];
    PreviousPosition.y[roller] = Position.y[roller];
    Position.x[roller] = positions[row];
    Position.y[roller] = positions[descent.count + row];
  }
}
