import type { LessonText } from '../view/lesson-page.ts';
import { type LessonMemory, pageKey } from './lesson-place.ts';

/** What was guessed and done in one scene's lesson. */
export interface LessonRecord {
  isDone(page: LessonText): boolean;
  /** Which choice was guessed; null before, and on pages that ask for none. */
  guessed(page: LessonText): number | null;
  /** Whether the page stands still until a guess is made. */
  waits(page: LessonText): boolean;
  guess(page: LessonText, choice: number): void;
  /** @returns false if it was done before */
  finish(page: LessonText): boolean;
}

export function recordOf(scene: string, { done, guesses }: LessonMemory): LessonRecord {
  const keyOf = ({ id }: LessonText) => pageKey(scene, id);
  const isDone = (page: LessonText) => done.has(keyOf(page));
  const guessed = (page: LessonText) => guesses.get(keyOf(page)) ?? null;
  return {
    isDone,
    guessed,
    waits: (page) => page.question.guess !== undefined && guessed(page) === null && !isDone(page),
    guess: (page, choice) => guesses.set(keyOf(page), choice),
    finish(page) {
      if (isDone(page)) return false;
      done.add(keyOf(page));
      return true;
    },
  };
}
