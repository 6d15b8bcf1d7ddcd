import type { HeadlessSide } from '../../headless-side.ts';
import type { parameters } from '../parameters.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { options } from './options.ts';
import { prepareEinsum } from './prepare-einsum.ts';
import { prepareProduct } from './prepare-product.ts';

/**
 * The ladder and an einsum are studies, and no run of the scene's world: that world plays one method,
 * part by part, and what is asked for here is how long whole products take by each of them.
 */
export const headless: HeadlessSide<typeof parameters, SceneWorld, typeof options> = {
  help: 'The product of two matrices by every rung of the lesson’s ladder, or any einsum.',
  options,
  instead: { input: 'give A and B with --a and --b' },
  study: {
    takes: [
      ...(['kernel', 'preset', 'seed', 'edits', 'm', 'k', 'n'] as const),
      ...(['a', 'b', 'shape', 'method'] as const),
    ],
    prepare: prepareProduct,
  },
  studies: { einsum: { takes: ['operand'], prepare: prepareEinsum } },
};
