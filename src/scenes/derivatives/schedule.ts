import { judgeRest } from '../../systems/derivatives/judge-rest.ts';
import { movePoint } from '../../systems/derivatives/move-point.ts';
import { placePoint, placePointAgain } from '../../systems/derivatives/place-point.ts';
import { placeSamples } from '../../systems/derivatives/place-samples.ts';
import { rememberAllSlopes } from '../../systems/derivatives/remember-all-slopes.ts';
import { rememberSlope } from '../../systems/derivatives/remember-slope.ts';
import { rollPoints } from '../../systems/derivatives/roll-points.ts';
import { takeSlopes } from '../../systems/derivatives/take-slopes.ts';
import type { DerivativesWorld } from '../../systems/derivatives/world.ts';
import { writeCurve } from '../../systems/derivatives/write-curve.ts';
import { writePoints } from '../../systems/derivatives/write-points.ts';
import type { Schedule } from '../../world/world.ts';
import { capture, type DerivativesSnapshot, restore } from './snapshot.ts';

export const schedule: Schedule<DerivativesWorld, DerivativesSnapshot> = {
  compute: [placePoint, placeSamples, takeSlopes, rollPoints],
  settle: [movePoint, writeCurve, writePoints, rememberSlope, judgeRest],
  // Moving the point or turning h shows another slope at once, and takes no step.
  refresh: {
    compute: [placePointAgain, placeSamples, takeSlopes],
    settle: [movePoint, writeCurve, rememberAllSlopes],
  },
  undo: [],
  capture,
  restore,
};
