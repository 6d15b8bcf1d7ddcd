import { lightCells } from './light-cells.ts';
import { sendTravellers } from './send-travellers.ts';
import type { MatmulWorld } from './world.ts';

/** Brings lights and travellers to a step of the walk, from 0; to none with null. */
export function showStep(world: MatmulWorld, step: number | null): void {
  if (world.shownStep !== step) bringTo(world, step);
}

/** Shows the step that was taken last, with the values of now. */
export function showLastStep(world: MatmulWorld): void {
  bringTo(world, world.step > 0 ? world.step - 1 : null);
}

function bringTo(world: MatmulWorld, step: number | null): void {
  world.shownStep = step;
  const ranges = step === null ? null : world.walk.at(step);
  lightCells(world, ranges);
  sendTravellers(world, ranges);
}
