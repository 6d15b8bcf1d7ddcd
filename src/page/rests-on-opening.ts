import type { LessonText } from '../view/lesson-page.ts';

/** Whether a page of the lesson begins at rest: it says which step it is about, or that nothing plays. */
export const restsOnOpening = ({ state }: Pick<LessonText, 'state'>): boolean =>
  state.playing === false || (state.step !== undefined && state.playing !== true);
