import type { Backend } from '../gpu/backend.ts';
import type { NoticeAction } from '../panel/notice.ts';
import type { Scene } from '../scenes/registry.ts';
import type { StepCost } from '../scenes/scene.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Stage } from '../view/stage.ts';
import type { View } from '../view/view.ts';
import type { Description } from '../world/description.ts';
import type { History, Past } from '../world/history.ts';
import type { Player } from '../world/player.ts';
import type { ValueChange } from '../world/value-changes.ts';
import type { World } from '../world/world.ts';
import type { BoundPage } from './bind-page.ts';
import type { BoundView } from './bind-view.ts';
import type { Opening } from './opening.ts';
import type { Transit } from './transit.ts';
import type { Values } from './values-owner.ts';

declare global {
  interface Window {
    /** The console's door to what runs on the page, for teachers and tests. */
    meanfield?: { readonly session: Session };
  }
}

/** How a session begins; what is not named begins as usual. */
export interface InitialState {
  readonly values?: Values;
  readonly step?: number;
  /** The knobs that were turned on the way to that step. */
  readonly valueChanges?: readonly ValueChange[];
  /** What another world of the same values remembered. */
  readonly past?: Past;
  /** The phase of the next step that is shown there, counted from 0. */
  readonly phase?: number | null;
  readonly picked?: number | null;
  readonly playing?: boolean;
  /** It has played before, elsewhere: what plays goes on at once, without the rest that it opens with. */
  readonly goesOn?: boolean;
  readonly speed?: number;
  readonly byPhase?: boolean;
  /** Where the camera looks; everything, if not given. */
  readonly view?: View | null;
}

/** A number of the running world that the panel shows. */
export interface Reading {
  readonly label: string;
  readonly help: string;
  read(): number;
  readonly graph?: boolean;
}

/**
 * A scene on the page. Every control reads it and acts through it; they hear of changes by
 * `subscribe`, at most once a frame.
 */
export interface Session {
  readonly scene: Scene;
  readonly page: BoundPage;
  readonly compute: Backend;
  readonly stage: Stage;
  /** These three are made anew when the scene is entered again. */
  readonly world: World;
  readonly player: Player;
  readonly history: History<object>;
  readonly view: BoundView;
  readonly readings: readonly Reading[];
  /** The rest that it opens with. */
  readonly opening: Opening;
  /** The way from one picture to the next, where a state is set. */
  readonly transit: Transit;
  /** The values of now; `setValues` puts another record in their place. */
  readonly values: Values;
  /** The scene is being entered again, or is about to be: the world is none of these values. */
  readonly isEntering: boolean;
  readonly picked: number | null;
  readonly hovered: number | null;
  /** What is shown now, said once for all that speak of it; the same until something has changed. */
  readonly description: Description;
  /** The moment that it describes. */
  moment(): SceneMoment;
  /** What a step with these values instead would take here, or null before anything was measured. */
  costOf(values: Values): StepCost | null;
  /** Takes valid values over: live ones are felt in the next frame, others enter the scene again. */
  setValues(values: Values): void;
  pick(row: number | null): void;
  hover(row: number | null): void;
  notify(sentence: string, ...actions: readonly NoticeAction[]): void;
  /** @returns how to end the subscription */
  subscribe(listener: () => void): () => void;
  /** Tells every listener, in the next frame, that something has changed. */
  changed(): void;
  /** Lets real time pass and draws. */
  frame(ms: number): void;
  /** Takes the world to a step; ends earlier if it comes to rest. The knobs turned on the way are given. */
  goToStep(step: number, valueChanges?: readonly ValueChange[]): Promise<void>;
  /** Shows a phase of the step to come, counted from 0, where play goes by phase. */
  showPhase(phase: number): void;
  /** Resolves when nothing is under way: no tick, no replay, no entering. */
  settled(): Promise<void>;
  dispose(): Promise<void>;
}
