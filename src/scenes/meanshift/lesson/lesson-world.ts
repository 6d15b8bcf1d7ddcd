import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import { defaultValues } from '../../../world/parameters.ts';
import type { World } from '../../../world/world.ts';
import { type MeanShiftValues, parameters } from '../parameters.ts';

/** The world that the lesson's pages read. */
export type LessonWorld = MeanShiftWorld & World<MeanShiftValues>;

/** Every parameter as in the lesson: a page does not depend on what was played with before it. */
export const asInTheLesson: Readonly<MeanShiftValues> = defaultValues(parameters);
