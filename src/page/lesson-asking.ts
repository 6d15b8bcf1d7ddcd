import type { BoundLessonPage } from './bind-page.ts';
import { answerText } from './draw-question.ts';
import type { LessonRecord } from './lesson-record.ts';
import type { LessonSheet } from './lesson-sheet.ts';
import type { Session } from './session.ts';

/** A page's question on its way from asked to answered. */
export interface LessonAsking {
  draw(page: BoundLessonPage): void;
  /** A choice was pressed: what the page shows begins. */
  guess(page: BoundLessonPage, choice: number): void;
  answered(page: BoundLessonPage): void;
}

/** @param isReady whether the page is set up; before, what it shows begins by itself */
export function createLessonAsking(
  sheet: LessonSheet,
  record: LessonRecord,
  session: Session,
  isReady: (page: BoundLessonPage) => boolean,
): LessonAsking {
  const draw = (page: BoundLessonPage) => sheet.draw(page, record.guessed(page));
  return {
    draw,
    guess(page, choice) {
      const { guess, text } = page.question;
      record.guess(page, choice);
      sheet.say(`You guess “${guess?.choices[choice]}”. ${text}`);
      draw(page);
      sheet.focus('question');
      if (page.state.playing && isReady(page)) session.player.play();
    },
    answered(page) {
      if (!record.finish(page)) return;
      sheet.say(`Done. ${answerText(page.question, record.guessed(page))}`);
      draw(page);
    },
  };
}
