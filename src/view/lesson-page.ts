import type { TemplateResult } from 'lit-html';
import type { World } from '../world/world.ts';
import type { SceneMoment } from './scene-moment.ts';

/** What of the page a lesson page speaks of: it is highlighted. */
export type LessonSubject =
  | `parameter ${string}`
  | `chart ${string}`
  | `tool ${string}`
  | 'stage'
  | 'transport'
  | 'code';

/** The state a lesson page begins with; what is not named stays. */
export interface LessonState {
  readonly values?: Readonly<Record<string, number | string | null>>;
  readonly step?: number;
  readonly picked?: number | null;
  readonly playing?: boolean;
  readonly byPhase?: boolean;
}

/** A question that is answered by doing. */
export interface LessonQuestion<W extends World> {
  readonly text: string;
  /**
   * Begins to watch, once the page has set its state up.
   *
   * @returns whether it was done by now; asked whenever something has changed
   */
  watch(opening: SceneMoment<W>): (now: SceneMoment<W>) => boolean;
  /** What is said when it was done. */
  readonly answer: string;
}

/** What a page's figure is given. */
export interface FigureContext<W extends World> {
  /** The moment at which the page was opened. */
  readonly opening: SceneMoment<W>;
  /** Tells that the question was answered in the figure. */
  answered(): void;
  failed(error: unknown): void;
}

export interface LessonPage<W extends World = World> {
  /** As in the URL. */
  readonly id: string;
  readonly title: string;
  /** Where the video speaks of it: “37:05”. */
  readonly time?: string;
  body(): TemplateResult;
  readonly state: LessonState;
  readonly subject: LessonSubject;
  readonly question: LessonQuestion<W>;
  /** A figure with a life of its own below the text; returns how to end it. */
  figure?(host: HTMLElement, context: FigureContext<W>): () => void;
}
