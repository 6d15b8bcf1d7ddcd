import type { World } from '../../../world/world.ts';
import type { MatmulValues } from '../parameters.ts';
import type { EnteredMatmul } from './enter-matmul.ts';

/** The scene's world with all of its parameters' values. */
export type SceneWorld = EnteredMatmul & World<MatmulValues>;
