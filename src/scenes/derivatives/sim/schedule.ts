import { judgeRest } from '../../../systems/derivatives/judge-rest.ts';
import { movePoint } from '../../../systems/derivatives/move-point.ts';
import { placePoint, placePointAgain } from '../../../systems/derivatives/place-point.ts';
import { placeSamples } from '../../../systems/derivatives/place-samples.ts';
import { rememberAllSlopes } from '../../../systems/derivatives/remember-all-slopes.ts';
import { rememberRoll } from '../../../systems/derivatives/remember-roll.ts';
import { rememberSlope } from '../../../systems/derivatives/remember-slope.ts';
import { rollPoints } from '../../../systems/derivatives/roll-points.ts';
import { shownSamples } from '../../../systems/derivatives/shown-samples.ts';
import { takeSlopes } from '../../../systems/derivatives/take-slopes.ts';
import type { DerivativesWorld, Roll, TakenSlope } from '../../../systems/derivatives/world.ts';
import type { Memory, Schedule } from '../../../world/world.ts';

interface Taken extends Memory {
  readonly x: Float64Array;
  readonly taken: readonly TakenSlope[];
  readonly lastRoll: Roll | null;
}

export const schedule: Schedule<DerivativesWorld, Taken> = {
  compute: [placePoint, placeSamples, takeSlopes, rollPoints],
  settle: [movePoint, rememberSlope, rememberRoll],
  // Moving the point or turning h shows another slope at once, and takes no step.
  refresh: {
    compute: [placePointAgain, placeSamples, takeSlopes],
    settle: [movePoint, rememberAllSlopes],
  },
  derive: [placePointAgain, movePoint],
  judge: [judgeRest],
  remember(world) {
    const x = shownSamples(world);
    const { taken, lastRoll } = world;
    return { x, taken: [...taken], lastRoll, bytes: x.byteLength + 32 * taken.length };
  },
  recall(world, { x, taken, lastRoll }) {
    world.sampleX.set(x);
    // The device holds the samples of where the world was until now.
    world.slopes?.setSamples(world.sampleX);
    world.taken.splice(0, Number.POSITIVE_INFINITY, ...taken);
    world.lastRoll = lastRoll;
  },
};
