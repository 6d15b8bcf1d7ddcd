import type { Looking } from '../../world/looking.ts';
import { showStep } from './show-step.ts';
import type { MatmulWorld } from './world.ts';

/** Shows the step that was taken last, or the one to come where its phases are shown. */
export function lookAtStep(world: MatmulWorld, { isComing }: Looking): void {
  const last = world.step > 0 ? world.step - 1 : null;
  const coming = world.step < world.walk.steps ? world.step : last;
  showStep(world, isComing ? coming : last);
}
