import type { TemplateResult } from 'lit-html';
import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';
import type { SceneMoment } from './scene-moment.ts';

/** What of the page a lesson page speaks of: it stands beside the text. */
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
export interface LessonQuestion<W extends World, D extends Description> {
  readonly text: string;
  /**
   * Begins to watch, once the page has set its state up.
   *
   * @returns whether it was done by now; asked whenever something has changed
   */
  readonly watch: (opening: SceneMoment<W, D>) => (now: SceneMoment<W, D>) => boolean;
  /** What is said when it was done. */
  readonly answer: string;
}

/** What a page's figure is given. */
export interface FigureContext<W extends World, D extends Description = Description> {
  /** The moment at which the page was opened. */
  readonly opening: SceneMoment<W, D>;
  /** Tells that the question was answered in the figure. */
  answered(): void;
  failed(error: unknown): void;
}

/** A page of the lesson as it is read. */
export interface LessonText {
  /** As in the URL. */
  readonly id: string;
  readonly title: string;
  /** Where the video speaks of it: “37:05”. */
  readonly time?: string;
  body(): TemplateResult;
  readonly state: LessonState;
  readonly subject: LessonSubject;
  /** What else its question needs at hand. */
  readonly besides?: readonly LessonSubject[];
  readonly question: { readonly text: string; readonly answer: string };
}

export interface LessonPage<W extends World = World, D extends Description = Description>
  extends LessonText {
  readonly question: LessonQuestion<W, D>;
  /** A figure with a life of its own, which takes the stage; returns how to end it. */
  readonly figure?: (host: HTMLElement, context: FigureContext<W, D>) => () => void;
}
