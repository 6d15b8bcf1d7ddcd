import type { RunOptions } from '../gpu/backend.ts';
import type { History } from './history.ts';
import { refreshWorld, retakeTick, tick } from './tick.ts';
import type { Schedule, Snapshot, World } from './world.ts';

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
  /** Ends what is under way: a replay where it is, a step as if it had not been begun. */
  cancel(): void;
  /** Tells that a live value has changed: a step whose motion still shows is taken again. */
  valuesChanged(): void;
  /** Works out anew what live values show of the step that is there, in a scene that does so without a step. */
  refresh(): void;
  /** Lets `ms` milliseconds of real time pass; never waits. */
  advance(ms: number): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

export interface PlayerOptions<W extends World, S extends Snapshot> {
  readonly world: W;
  readonly schedule: Schedule<W, S>;
  readonly history: History;
  /** How many phases a step is shown in; the last one is the motion. At least 1. */
  readonly phases: number;
  /** Called whenever something that can be shown has changed. */
  onChange(): void;
  /** Called when a tick could not be taken; the player has paused. */
  onFailure(error: unknown): void;
}

/** From then on a step that is being computed is spoken of. */
const longMs = 1000;

export function createPlayer<W extends World, S extends Snapshot>({
  world,
  schedule,
  history,
  phases,
  onChange,
  onFailure,
}: PlayerOptions<W, S>): Player {
  let playing = false;
  let speed = 2;
  let byPhase = false;
  let progress = 1;
  /** How many phases of the step to come are shown already. */
  let shownPhases = 0;
  /** How long the picture has stood, in units of a step or a phase. */
  let stood = 0;
  let retakeWanted = false;
  let refreshWanted = false;
  /** A tick was ended only to be taken with other values. */
  let tickWanted = false;
  let wantedStep: number | null = null;
  let replaying: { step: number; target: number } | null = null;
  let underWay: Promise<void> | null = null;
  /** Ends what is under way. */
  let ending = new AbortController();
  let tickUnderWay: { step: number; fraction: number; ms: number } | null = null;

  /** At most one thing is under way, so every step's result is seen, and the stop is exact. */
  function start(act: () => Promise<void>): void {
    ending = new AbortController();
    const { signal } = ending;
    underWay = act()
      .catch((error: unknown) => {
        progress = 1;
        if (signal.aborted) return;
        playing = false;
        onFailure(error);
      })
      .finally(() => {
        underWay = null;
        tickUnderWay = null;
        if (world.scope.ended) return;
        if (wantedStep !== null) startGoing();
        else if (retakeWanted) startRetake();
        else if (refreshWanted) startRefresh();
        else if (tickWanted) startTick();
        onChange();
      });
  }

  /** What a tick of this number is watched and ended by. */
  function watchTick(step: number): RunOptions {
    const watched = { step, fraction: 0, ms: 0 };
    tickUnderWay = watched;
    return {
      signal: ending.signal,
      onProgress(fraction) {
        watched.fraction = fraction;
        if (watched.ms > longMs) onChange();
      },
    };
  }

  function startTick(): void {
    tickWanted = retakeWanted = false;
    start(async () => {
      await tick(world, schedule, watchTick(world.step + 1));
      if (world.scope.ended) return;
      history.remember();
      progress = 0;
      shownPhases = 0;
      stood = 0;
      if (world.atRest) playing = false;
    });
  }

  function startRetake(): void {
    retakeWanted = false;
    start(async () => {
      await retakeTick(world, schedule, watchTick(world.step));
      if (world.scope.ended) return;
      history.remember();
      if (world.atRest) playing = false;
    });
  }

  function startRefresh(): void {
    refreshWanted = false;
    start(() => refreshWorld(world, schedule, { signal: ending.signal }));
  }

  function startGoing(): void {
    const target = Math.max(0, Math.min(history.furthest, wantedStep ?? 0));
    wantedStep = null;
    start(async () => {
      const { signal } = ending;
      try {
        await history.goTo(
          target,
          (step) => {
            replaying = { step, target };
            onChange();
          },
          signal,
        );
        // A snapshot shows what was seen with the values of then.
        if (schedule.refresh && !signal.aborted) await refreshWorld(world, schedule, { signal });
      } finally {
        replaying = null;
        progress = 1;
        stood = 0;
      }
    });
  }

  function refresh(): void {
    if (!schedule.refresh) return;
    if (underWay) refreshWanted = true;
    else startRefresh();
    onChange();
  }

  function goTo(step: number): void {
    playing = false;
    tickWanted = retakeWanted = false;
    wantedStep = step;
    if (underWay) ending.abort();
    else startGoing();
  }

  function forward(): void {
    if (progress < 1 && byPhase) progress = 1;
    if (byPhase && shownPhases < phases - 1) shownPhases += 1;
    else if (!underWay) startTick();
    stood = 0;
    onChange();
  }

  return {
    get playing() {
      return playing;
    },
    get progress() {
      return progress;
    },
    get computing() {
      return tickUnderWay && tickUnderWay.ms > longMs ? tickUnderWay : null;
    },
    get replaying() {
      return replaying;
    },
    get phase() {
      if (progress < 1) return byPhase ? phases - 1 : Math.floor(progress * phases);
      return shownPhases > 0 ? shownPhases - 1 : null;
    },
    get speed() {
      return speed;
    },
    set speed(value) {
      speed = value;
      onChange();
    },
    get byPhase() {
      return byPhase;
    },
    set byPhase(value) {
      byPhase = value;
      shownPhases = 0;
      onChange();
    },
    play() {
      playing = true;
      onChange();
    },
    pause() {
      playing = false;
      onChange();
    },
    forward() {
      // Pressed while a step is under way: one more follows it, so that no press is lost.
      if (underWay && !playing && !(byPhase && shownPhases < phases - 1)) tickWanted = true;
      playing = false;
      forward();
    },
    back() {
      playing = false;
      if (byPhase && shownPhases > 0) {
        shownPhases -= 1;
      } else if (world.step > 0 || wantedStep !== null) {
        goTo((wantedStep ?? world.step) - 1);
        if (byPhase) shownPhases = phases - 1;
      }
      onChange();
    },
    goTo(step) {
      shownPhases = 0;
      goTo(step);
    },
    cancel() {
      playing = false;
      tickWanted = retakeWanted = false;
      ending.abort();
      onChange();
    },
    refresh,
    valuesChanged() {
      if (schedule.refresh) {
        refresh();
        return;
      }
      // What had come to rest under the old values goes on under the new ones.
      const wasAtRest = world.atRest;
      world.atRest = false;
      if (tickUnderWay && tickUnderWay.ms > longMs) {
        tickWanted = true;
        retakeWanted = false;
        ending.abort();
      } else if (tickUnderWay || (world.step > 0 && progress < 1)) {
        // What is under way was begun with the values of before.
        if (underWay) retakeWanted = true;
        else startRetake();
      } else if (wasAtRest && world.step > 0) playing = true;
      onChange();
    },
    advance(ms) {
      const units = (ms / 1000) * speed;
      if (tickUnderWay) tickUnderWay.ms += ms;
      if (progress < 1) {
        progress = Math.min(1, progress + units);
        if (progress === 1) onChange();
        return;
      }
      stood += units;
      if (!playing || underWay) return;
      // The start of it all, and each phase, stand for as long as a step moves.
      const waits = byPhase || world.step === 0;
      if (!waits || stood >= 1) {
        forward();
        stood = 0;
      }
    },
    settled: async () => {
      while (underWay) await underWay;
    },
  };
}
