import { defaultValues } from '../../../world/parameters.ts';
import { type MeanShiftValues, parameters } from '../parameters.ts';

/** Every parameter as in the lesson: a page does not depend on what was played with before it. */
export const asInTheLesson: Readonly<MeanShiftValues> = defaultValues(parameters);
