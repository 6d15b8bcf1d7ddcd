import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Look } from '../../../world/description.ts';
import { phases } from './phases.ts';

/** The point that is looked at, in numbers; the world's units. */
export interface FocusNumbers {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  /** How many points weigh more than 1 % for it. */
  readonly heavy: number;
  readonly weightSum: number;
  /** How long the weighted sum of the differences is; 0 where it is nothing but rounding. */
  readonly pull: number;
  /** How far its weighted mean is; 0 where it is nothing but rounding. */
  readonly shift: number;
  /** Half of the points are nearer than this; known in the phase of distances. */
  readonly medianDistance: number | null;
  /** How far it moved in the last step. */
  readonly travelled: number;
}

/** Of the coordinates: positions in f32 tell no less apart. */
const leastOfPlace = 2 ** -23;
/** Of the bandwidth: what is left when pulls cancel in f64. */
const leastOfBandwidth = 2 ** -40;

export function describeFocus(world: MeanShiftWorld, { phase }: Look): FocusNumbers | null {
  const { focus, components, resolved } = world;
  if (!focus || focus.entity === null) return null;
  const { entity, heavy, weightSum } = focus;
  const { Position, PreviousPosition } = components;
  const [x, y] = [Position.x[entity], Position.y[entity]];
  const least = Math.max(
    leastOfPlace * Math.max(Math.abs(x), Math.abs(y)),
    leastOfBandwidth * resolved.bandwidth,
  );
  const orNothing = (length: number) => (length <= least ? 0 : length);
  const pull = Math.hypot(focus.pullX, focus.pullY);
  const shift = orNothing(pull / weightSum);
  const isDistances = phase !== null && phases[phase].name === 'distances';
  return Object.freeze({
    row: focus.row,
    x,
    y,
    heavy,
    weightSum,
    pull: shift === 0 ? 0 : pull,
    shift,
    medianDistance: isDistances ? focus.medianDistance() : null,
    travelled: orNothing(
      Math.hypot(x - PreviousPosition.x[entity], y - PreviousPosition.y[entity]),
    ),
  });
}
