import { rollersOf } from '../../../systems/derivatives/entities-of.ts';
import { isAllStill } from '../../../systems/derivatives/judge-rest.ts';
import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';

/** The points that roll downhill, counted. */
export interface RollingPoints {
  readonly count: number;
  /** How many have flown out further than the window is wide, ten times over. */
  readonly away: number;
  /** The share of its slope that a point goes in a step. */
  readonly rate: number;
  readonly state: 'released' | 'rolling' | 'stopped' | 'at rest';
}

const farWindows = 10;

export function rollingPoints(world: DerivativesWorld): RollingPoints {
  const rollers = [...rollersOf(world)];
  const { components, isField, window, resolved, step, atRest } = world;
  const { Position } = components;
  const far = farWindows * (window.to - window.from);
  const middle = (window.from + window.to) / 2;
  const isNear = (value: number) => Math.abs(value - middle) <= far;
  const away = rollers.filter(
    (it) => !(isNear(Position.x[it]) && (!isField || isNear(Position.y[it]))),
  ).length;
  return Object.freeze({
    count: rollers.length,
    away,
    rate: resolved.rate,
    state:
      step === 0 ? 'released' : !atRest ? 'rolling' : isAllStill(world) ? 'at rest' : 'stopped',
  });
}
