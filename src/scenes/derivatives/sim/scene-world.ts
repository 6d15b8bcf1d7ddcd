import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { World } from '../../../world/world.ts';
import type { DerivativesValues, ResolvedDerivatives } from '../parameters.ts';

/** The scene's world with all of its parameters' values. */
export type SceneWorld = DerivativesWorld & World<DerivativesValues, ResolvedDerivatives>;
