import type { LessonPage } from '../../view/lesson-page.ts';
import type { EnteredMatmul } from './enter-matmul.ts';

export const lesson: readonly LessonPage<EnteredMatmul>[] = [];
