import { defaultValues } from '../../../world/parameters.ts';
import { type MatmulValues, parameters } from '../parameters.ts';

/** Every parameter by default: a page does not depend on what was played with before it. */
export const fromTheStart: Readonly<MatmulValues> = defaultValues(parameters);
