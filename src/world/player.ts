import { giveValues } from './give-values.ts';
import type { History } from './history.ts';
import { judge } from './judge.ts';
import { performTask } from './perform-task.ts';
import {
  computing,
  initialState,
  type PlayerEvent,
  type PlayerRules,
  type PlayerState,
  phaseOf,
  type Task,
  walking,
} from './player-state.ts';
import { transition } from './player-transition.ts';
import type { ValueChange } from './value-changes.ts';
import type { Memory, Schedule, World } from './world.ts';

/** Runs a world in time: play, pause, step, back, speed. It knows no screen; a page calls `advance`. */
export interface Player {
  readonly playing: boolean;
  /** Steps a second; by phase, phases a second. */
  speed: number;
  /** Play and step go phase by phase instead of step by step. */
  byPhase: boolean;
  /** How far the picture is from the step before (0) to the step taken last (1). */
  readonly progress: number;
  /** The phase of a step that the picture shows now, or null between steps. */
  readonly phase: number | null;
  /** A step that has been computed for a second and more: its number, and the part that is done. */
  readonly computing: { readonly step: number; readonly fraction: number } | null;
  /** A replay that is under way: the step reached and the one wanted. */
  readonly replaying: { readonly step: number; readonly target: number } | null;
  play(): void;
  pause(): void;
  /** Takes one step, or shows the next phase, and pauses if playing. */
  forward(): void;
  /** Takes one step back, or one phase, and pauses if playing. */
  back(): void;
  /** Takes the world to a step of its history, and pauses if playing. */
  goTo(step: number): void;
  /**
   * Takes the world to a step, one that it has not been at yet too, and pauses if playing; ends
   * earlier where it comes to rest.
   *
   * @param valueChanges the knobs that were turned on the way
   */
  walkTo(step: number, valueChanges: readonly ValueChange[]): void;
  /** Ends what is under way: a walk where it is, a step as if it had not been begun. */
  cancel(): void;
  /** Tells that a live value has changed: a step whose motion still shows is taken again. */
  valuesChanged(): void;
  /** Lets `ms` milliseconds of real time pass; never waits. */
  advance(ms: number): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface PlayerOptions<W extends World, M extends Memory> {
  readonly world: W;
  readonly schedule: Schedule<W, M>;
  readonly history: History<W['values']>;
  /** The values of now; a task takes those that hold when it begins. */
  values(): W['values'];
  /** How many phases a step is shown in; the last one is the motion. At least 1. */
  readonly phases: number;
  /** Called whenever something that can be shown has changed. */
  onChange(): void;
  /** Called at each step of a walk: the components hold it. */
  onWalked?(): void;
  /** Called when a tick could not be taken; the player has paused. */
  onFailure(error: unknown): void;
}

/** Runs the tasks of the state machine in `player-transition.ts`, and tells it how they went. */
export function createPlayer<W extends World, M extends Memory>(
  options: PlayerOptions<W, M>,
): Player {
  const { world, schedule, history, onChange, onFailure } = options;
  const rules: PlayerRules = {
    phases: options.phases,
    refreshes: schedule.refresh !== undefined,
  };
  const placeNow = () => ({
    step: world.step,
    atRest: world.atRest,
    furthest: history.furthest,
  });
  let state = initialState(placeNow());
  let ending = new AbortController();
  let run: Promise<void> = Promise.resolve();

  function tell(event: PlayerEvent): void {
    const before = state;
    const next = transition(state, event, rules);
    state = next.state;
    if (!state.underWay) giveValues(world, options.values());
    if (before.underWay && state.underWay?.isEnding) ending.abort();
    if (next.task) begin(next.task);
    if (event.kind !== 'time passed' && event.kind !== 'progressed') onChange();
    else if (computing(state) || (before.progress < 1 && state.progress === 1)) onChange();
  }

  /** A refresh judges by the values that it shows; until then those of before hold. */
  function judgeByValuesOfNow(): void {
    if (rules.refreshes) return;
    if (giveValues(world, options.values())) judge(world, schedule);
  }

  function begin(task: Task): void {
    ending = new AbortController();
    const { signal } = ending;
    const performed = performTask(world, schedule, history, task, {
      values: options.values(),
      signal,
      onProgress: (fraction) => tell({ kind: 'progressed', fraction }),
      onStep(step) {
        options.onWalked?.();
        tell({ kind: 'walked', step });
      },
    });
    const how = performed.then(
      (isWhole) => (isWhole ? 'done' : 'ended'),
      (error: unknown) => {
        if (signal.aborted) return 'ended';
        onFailure(error);
        return 'failed';
      },
    );
    run = how.then((kind) => {
      if (world.scope.ended) return tell({ kind: 'closed' });
      judgeByValuesOfNow();
      tell({ kind, place: placeNow() });
    });
  }

  return bindPlayer(() => state, rules, tell, {
    valuesChanged() {
      if (!state.underWay) judgeByValuesOfNow();
      tell({ kind: 'values changed', atRest: world.atRest });
    },
    async settled() {
      while (state.underWay) await run;
    },
  });
}

/** What a person reads of a player, and the events that they cause. */
function bindPlayer(
  now: () => PlayerState,
  rules: PlayerRules,
  tell: (event: PlayerEvent) => void,
  own: Pick<Player, 'valuesChanged' | 'settled'>,
): Player {
  return {
    get playing() {
      return now().playing;
    },
    get progress() {
      return now().progress;
    },
    get computing() {
      return computing(now());
    },
    get replaying() {
      return walking(now());
    },
    get phase() {
      return phaseOf(now(), rules);
    },
    get speed() {
      return now().speed;
    },
    set speed(speed) {
      tell({ kind: 'set speed', speed });
    },
    get byPhase() {
      return now().byPhase;
    },
    set byPhase(byPhase) {
      tell({ kind: 'set by phase', byPhase });
    },
    play: () => tell({ kind: 'play' }),
    pause: () => tell({ kind: 'pause' }),
    forward: () => tell({ kind: 'forward' }),
    back: () => tell({ kind: 'back' }),
    goTo: (target) => tell({ kind: 'go', walk: { target, valueChanges: null } }),
    walkTo: (target, valueChanges) => tell({ kind: 'go', walk: { target, valueChanges } }),
    cancel: () => tell({ kind: 'cancel' }),
    advance: (ms) => tell({ kind: 'time passed', ms }),
    ...own,
  };
}
