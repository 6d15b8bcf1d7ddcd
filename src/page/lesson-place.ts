import { createDonePages, type DonePages } from './done-pages.ts';

/** Which page of the lesson is open; what the address says, and changes. */
export interface LessonPlace {
  /** The open page's id; empty in a scene without a lesson. */
  readonly current: string;
  /** Opens a page and sets its state up; an id that the lesson does not have changes nothing. */
  open(id: string): void;
  /** Shows a page and leaves the scene as it is, for an address that says the state itself. */
  show(id: string): void;
  /** @returns how to end the subscription */
  subscribe(listener: () => void): () => void;
}

/** What outlives a session: another backend opens the scene anew, and the lesson goes on. */
export interface LessonMemory {
  current: string;
  /** Someone turned to the page from another scene: it sets its state up as it does within one. */
  isTurnedTo: boolean;
  /** An address names the page and no state of the scene: it sets its state up; null if it does not. */
  begins: 'playing' | 'at rest' | null;
  /** Pages whose question was answered, also in earlier visits. */
  readonly done: DonePages;
  /** Which choice was guessed in this visit, by the page's key. */
  readonly guesses: Map<string, number>;
}

export const createLessonMemory = (): LessonMemory => ({
  current: '',
  isTurnedTo: false,
  begins: null,
  done: createDonePages(),
  guesses: new Map(),
});

/** Pages of different scenes may share an id. */
export const pageKey = (scene: string, id: string): string => `${scene}/${id}`;
