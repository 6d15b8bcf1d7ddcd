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
  /** Pages whose question was answered. */
  readonly done: Set<string>;
}

export const createLessonMemory = (): LessonMemory => ({ current: '', done: new Set() });
