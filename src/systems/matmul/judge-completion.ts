import { largestError } from '../../maths/matmul/largest-error.ts';
import type { MatmulWorld } from './world.ts';

/** The product is done when the method has gone through all of it; then it is known how good it is. */
export function judgeCompletion(world: MatmulWorld): void {
  world.atRest = world.step >= world.walk.steps;
  world.largestError = world.atRest ? largestError(world.product.c, world.reference) : null;
}
