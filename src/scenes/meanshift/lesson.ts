import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { LessonPage } from '../../view/lesson-page.ts';

export const lesson: readonly LessonPage<MeanShiftWorld>[] = [];
