import { judgeRest } from '../../../systems/derivatives/judge-rest.ts';
import { movePoint } from '../../../systems/derivatives/move-point.ts';
import { placePoint, placePointAgain } from '../../../systems/derivatives/place-point.ts';
import { placeSamples } from '../../../systems/derivatives/place-samples.ts';
import { rememberAllSlopes } from '../../../systems/derivatives/remember-all-slopes.ts';
import { rememberSlope } from '../../../systems/derivatives/remember-slope.ts';
import { rollPoints } from '../../../systems/derivatives/roll-points.ts';
import { takeSlopes } from '../../../systems/derivatives/take-slopes.ts';
import type { DerivativesWorld, TakenSlope } from '../../../systems/derivatives/world.ts';
import type { Memory, Schedule } from '../../../world/world.ts';

interface Taken extends Memory {
  readonly x: Float64Array;
  readonly taken: readonly TakenSlope[];
  readonly atRest: boolean;
}

export const schedule: Schedule<DerivativesWorld, Taken> = {
  compute: [placePoint, placeSamples, takeSlopes, rollPoints],
  settle: [movePoint, rememberSlope, judgeRest],
  // Moving the point or turning h shows another slope at once, and takes no step.
  refresh: {
    compute: [placePointAgain, placeSamples, takeSlopes],
    settle: [movePoint, rememberAllSlopes],
  },
  derive: [placePointAgain, movePoint],
  remember: ({ sampleX, taken, atRest }) => ({
    x: sampleX.slice(),
    taken: [...taken],
    atRest,
    bytes: sampleX.byteLength + 32 * taken.length,
  }),
  recall(world, { x, taken, atRest }) {
    world.sampleX.set(x);
    world.taken.splice(0, Number.POSITIVE_INFINITY, ...taken);
    world.atRest = atRest;
  },
};
