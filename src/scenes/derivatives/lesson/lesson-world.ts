import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import { defaultValues } from '../../../world/parameters.ts';
import type { World } from '../../../world/world.ts';
import { type DerivativesValues, parameters } from '../parameters.ts';

/** The world that the lesson's pages read. */
export type LessonWorld = DerivativesWorld & World<DerivativesValues>;

/** Every parameter by default: a page does not depend on what was played with before it. */
export const fromTheStart: Readonly<DerivativesValues> = defaultValues(parameters);
