import { judgeRest } from '../../../systems/derivatives/judge-rest.ts';
import { movePoint } from '../../../systems/derivatives/move-point.ts';
import { placePoint, placePointAgain } from '../../../systems/derivatives/place-point.ts';
import { placeSamples } from '../../../systems/derivatives/place-samples.ts';
import { rememberAllSlopes } from '../../../systems/derivatives/remember-all-slopes.ts';
import { rememberSlope } from '../../../systems/derivatives/remember-slope.ts';
import { rollPoints } from '../../../systems/derivatives/roll-points.ts';
import { shownSamples } from '../../../systems/derivatives/shown-samples.ts';
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
  remember(world) {
    const x = shownSamples(world);
    const { taken, atRest } = world;
    return { x, taken: [...taken], atRest, bytes: x.byteLength + 32 * taken.length };
  },
  recall(world, { x, taken, atRest }) {
    world.sampleX.set(x);
    // The device holds the samples of where the world was until now.
    world.slopes?.setSamples(world.sampleX);
    world.taken.splice(0, Number.POSITIVE_INFINITY, ...taken);
    world.atRest = atRest;
  },
};
