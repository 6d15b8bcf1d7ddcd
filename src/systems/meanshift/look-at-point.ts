import type { Looking } from '../../world/looking.ts';
import { weighNeighbours } from './weigh-neighbours.ts';
import type { MeanShiftWorld } from './world.ts';

const nothing = {
  entity: null,
  weightSum: 0,
  heavy: 0,
  medianDistance: () => Number.NaN,
  pullX: 0,
  pullY: 0,
  meanX: 0,
  meanY: 0,
};

/** Looks at a row's point, or at none. What is known of it stays as long as it is true. */
export function lookAtPoint(world: MeanShiftWorld, { row }: Looking): void {
  const { focus, resolved, shifts } = world;
  const { bandwidth, kernel } = resolved;
  const shift = shifts.at(-1);
  const isKnown =
    focus?.row === row &&
    focus.shift === shift &&
    focus.bandwidth === bandwidth &&
    focus.kernel === kernel;
  if (isKnown) return;
  const isPoint = row !== null && row < world.meanShift.count;
  world.focus = isPoint ? { row, shift, bandwidth, kernel, ...nothing } : null;
  weighNeighbours(world);
}
