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

/** The state a lesson page begins with; what is not named stays, but for the speed. */
export interface LessonState {
  readonly values?: Readonly<Record<string, number | string | null>>;
  readonly step?: number;
  readonly picked?: number | null;
  /** A page that asks first begins to play once it was guessed. */
  readonly playing?: boolean;
  readonly byPhase?: boolean;
  /** The phase of the step to come that is shown at rest, counted from 0; only by phase. */
  readonly phase?: number;
  /** Steps, or phases, a second; 2 where it is not named. */
  readonly speed?: number;
}

/** What is asked before it is shown: who has guessed looks more closely. */
export interface LessonGuess {
  readonly text: string;
  readonly choices: readonly string[];
  /** Which of the choices it comes to. */
  readonly right: number;
}

/** What is asked, in words. */
export interface AskedQuestion {
  /** Comes first where it is there; then what it asks is done. */
  readonly guess?: LessonGuess;
  readonly text: string;
  /** What is said when it was done. */
  readonly answer: string;
}

/** A question that is answered by doing. */
export interface LessonQuestion<W extends World, D extends Description> extends AskedQuestion {
  /**
   * Begins to watch, once the page has set its state up.
   *
   * @returns whether it was done by now; asked whenever something has changed
   */
  readonly watch: (opening: SceneMoment<W, D>) => (now: SceneMoment<W, D>) => boolean;
}

/** What a page's figure is given. */
export interface FigureContext<W extends World = World, D extends Description = Description> {
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
  readonly question: AskedQuestion;
}

export interface LessonPage<W extends World = World, D extends Description = Description>
  extends LessonText {
  readonly question: LessonQuestion<W, D>;
  /** A figure with a life of its own, which takes the stage; returns how to end it. */
  readonly figure?: (host: HTMLElement, context: FigureContext<W, D>) => () => void;
}
