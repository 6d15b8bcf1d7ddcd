import type { ValueChange } from './value-changes.ts';

/** What a player does with its world; one thing at a time. */
export type Task =
  | { readonly kind: 'tick' }
  /** Takes the last tick again, with the values of now. */
  | { readonly kind: 'retake' }
  /** Shows the values of now at the step that the world is at. */
  | { readonly kind: 'refresh' }
  /** Takes the world to a step, one that it has not been at yet too. */
  | ({ readonly kind: 'walk' } & Walk);

export interface Walk {
  readonly target: number;
  /** The knobs that were turned on the way; without them only steps that are remembered are walked. */
  readonly valueChanges: readonly ValueChange[] | null;
}

/** Where a world is, as the last task left it. */
export interface Place {
  readonly step: number;
  readonly atRest: boolean;
  /** The furthest step that is remembered. */
  readonly furthest: number;
}

/** What a player is told: by a person, by the clock, and by the task that is under way. */
export type PlayerEvent =
  | { readonly kind: 'play' | 'pause' | 'forward' | 'back' | 'cancel' }
  /** `atRest` is as the values of now have it, where nothing is under way. */
  | { readonly kind: 'values changed'; readonly atRest: boolean }
  | { readonly kind: 'go'; readonly walk: Walk }
  | { readonly kind: 'set speed'; readonly speed: number }
  | { readonly kind: 'set by phase'; readonly byPhase: boolean }
  | { readonly kind: 'time passed'; readonly ms: number }
  | { readonly kind: 'progressed'; readonly fraction: number }
  | { readonly kind: 'walked'; readonly step: number }
  /** The task is done; was ended, and has left no trace but the steps walked; could not be done. */
  | { readonly kind: 'done' | 'ended' | 'failed'; readonly place: Place }
  /** The world has ended: nothing follows. */
  | { readonly kind: 'closed' };

/** What is wanted next, once nothing is under way. */
export interface Waiting {
  readonly walk: Walk | null;
  readonly retake: boolean;
  readonly refresh: boolean;
  readonly ticks: number;
}

export interface UnderWay {
  readonly task: Task;
  /** It was told to end, and has not yet. */
  readonly isEnding: boolean;
  /** How long it has taken so far. */
  readonly ms: number;
  /** The part of a tick that is done. */
  readonly fraction: number;
  /** The step that a walk has reached. */
  readonly step: number;
}

export interface PlayerState {
  readonly playing: boolean;
  /** Steps a second; by phase, phases a second. */
  readonly speed: number;
  readonly byPhase: boolean;
  /** It played until the world came to rest, and plays on where a value frees it. */
  readonly playsOn: boolean;
  /** How far the picture is from the step before (0) to the step taken last (1). */
  readonly progress: number;
  /** How many phases of the step to come are shown already. */
  readonly shownPhases: number;
  /** How long the picture has stood, in units of a step or a phase. */
  readonly stood: number;
  readonly underWay: UnderWay | null;
  readonly waiting: Waiting;
  readonly place: Place;
  readonly isClosed: boolean;
}

/** What differs from scene to scene. */
export interface PlayerRules {
  /** How many phases a step is shown in; the last one is the motion. At least 1. */
  readonly phases: number;
  /** A changed value refreshes what is shown; without it the last step is taken again. */
  readonly refreshes: boolean;
}

export const nothingWaiting: Waiting = { walk: null, retake: false, refresh: false, ticks: 0 };

export const initialState = (place: Place): PlayerState => ({
  playing: false,
  playsOn: false,
  speed: 2,
  byPhase: false,
  progress: 1,
  shownPhases: 0,
  stood: 0,
  underWay: null,
  waiting: nothingWaiting,
  place,
  isClosed: false,
});

export const paused = (state: PlayerState): PlayerState => ({
  ...state,
  playing: false,
  playsOn: false,
});

/** From then on a step that is being computed is spoken of, and not waited for when a value changes. */
export const longMs = 1000;

const isStep = ({ task }: UnderWay) => task.kind === 'tick' || task.kind === 'retake';

/** A step that has been computed for a second and more: its number, and the part that is done. */
export function computing({ underWay, place }: PlayerState) {
  if (!underWay || !isStep(underWay) || underWay.ms <= longMs) return null;
  const step = underWay.task.kind === 'tick' ? place.step + 1 : place.step;
  return { step, fraction: underWay.fraction };
}

/** A walk that is under way: the step reached and the one wanted. */
export function walking({ underWay }: PlayerState) {
  if (underWay?.task.kind !== 'walk') return null;
  return { step: underWay.step, target: underWay.task.target };
}

/** The phase of a step that the picture shows now, or null between steps. */
export function phaseOf(
  { progress, byPhase, shownPhases }: PlayerState,
  { phases }: Pick<PlayerRules, 'phases'>,
): number | null {
  if (progress < 1) return byPhase ? phases - 1 : Math.floor(progress * phases);
  return shownPhases > 0 ? shownPhases - 1 : null;
}
