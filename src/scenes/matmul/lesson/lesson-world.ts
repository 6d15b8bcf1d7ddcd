import { defaultValues } from '../../../world/parameters.ts';
import type { World } from '../../../world/world.ts';
import { type MatmulValues, parameters } from '../parameters.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';

/** The world that the lesson's pages read. */
export type LessonWorld = EnteredMatmul & World<MatmulValues>;

/** Every parameter by default: a page does not depend on what was played with before it. */
export const fromTheStart: Readonly<MatmulValues> = defaultValues(parameters);
