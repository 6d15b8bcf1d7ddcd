import type { Backend } from '../gpu/backend.ts';
import type { NoticeAction } from '../panel/notice.ts';
import type { ScenePage } from '../scenes/page-registry.ts';
import type { Scene, SceneWorld } from '../scenes/scene.ts';
import type { View } from '../view/camera.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { SceneView } from '../view/scene-view.ts';
import type { Stage } from '../view/stage.ts';
import type { Description } from '../world/description.ts';
import type { History, Past } from '../world/history.ts';
import type { Player } from '../world/player.ts';
import type { Turn } from '../world/turns.ts';

/** Every parameter's value, by its name; a record that is never changed. */
export type Values = Readonly<Record<string, number | string | null>>;

export interface SessionParts {
  readonly scene: Scene;
  readonly page: ScenePage;
  readonly compute: Backend;
  readonly stage: Stage;
  /** Shows a sentence to the person, and what can be answered; empty takes it away. */
  say(sentence: string, ...actions: readonly NoticeAction[]): void;
  /** Told when the scene is being entered again, and when it is there. */
  entering(isUnderWay: boolean): void;
  readonly initial: InitialState;
}

/** How a session begins; what is not named begins as usual. */
export interface InitialState {
  readonly values?: Values;
  readonly step?: number;
  /** The knobs that were turned on the way to that step. */
  readonly turns?: readonly Turn[];
  /** What a world of the same values remembers of the way to that step. */
  readonly past?: Past<SceneWorld['values']>;
  /** The phase of the next step that is shown there, counted from 0. */
  readonly phase?: number | null;
  readonly picked?: number | null;
  readonly playing?: boolean;
  readonly speed?: number;
  readonly byPhase?: boolean;
  /** Where the camera looks; everything, if not given. */
  readonly view?: View | null;
}

/**
 * A scene on the page. Every control reads it and acts through it; they hear of changes by
 * `subscribe`, at most once a frame.
 */
export interface Session {
  readonly scene: Scene;
  readonly page: ScenePage;
  readonly compute: Backend;
  readonly stage: Stage;
  /** These three are made anew when the scene is entered again. */
  readonly world: SceneWorld;
  readonly player: Player;
  readonly history: History<SceneWorld['values']>;
  readonly view: SceneView<never>;
  /** The values of now; `setValues` puts another record in their place. */
  readonly values: Values;
  /** The scene is being entered again, or is about to be: the world is none of these values. */
  readonly isEntering: boolean;
  readonly picked: number | null;
  readonly hovered: number | null;
  /** What is shown now, said once for all that speak of it; the same until something has changed. */
  readonly description: Description;
  /** The moment that it describes, as the scene's own parts read it. */
  moment(): SceneMoment<never, never>;
  /** Takes valid values over: live ones are felt in the next frame, others enter the scene again. */
  setValues(values: Values): void;
  pick(row: number | null): void;
  hover(row: number | null): void;
  say(sentence: string, ...actions: readonly NoticeAction[]): void;
  /** @returns how to end the subscription */
  subscribe(listener: () => void): () => void;
  /** Tells every listener, in the next frame, that something has changed. */
  changed(): void;
  /** Lets real time pass and draws. */
  frame(ms: number): void;
  /** Takes the world to a step; ends earlier if it comes to rest. The knobs turned on the way are given. */
  goToStep(step: number, turns?: readonly Turn[]): Promise<void>;
  /** Shows a phase of the step to come, counted from 0, where play goes by phase. */
  showPhase(phase: number): void;
  /** Resolves when nothing is under way: no tick, no replay, no entering. */
  settled(): Promise<void>;
  dispose(): Promise<void>;
}
