import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { World } from '../../../world/world.ts';
import type { MeanShiftValues } from '../parameters.ts';

/** The scene's world with all of its parameters' values. */
export type SceneWorld = MeanShiftWorld & World<MeanShiftValues>;
