import { passTime, press, tickOnceMore } from './advance-player.ts';
import {
  longMs,
  nothingWaiting,
  type PlayerEvent,
  type PlayerRules,
  type PlayerState,
  paused,
  type Task,
  type Waiting,
  type Walk,
} from './player-state.ts';

export interface Transition {
  readonly state: PlayerState;
  /** What begins now. */
  readonly task: Task | null;
}

/**
 * What an event makes of a player. At most one task is under way; what is wanted meanwhile waits, and
 * a task whose `isEnding` is set is to be ended by whoever runs it.
 */
export function transition(state: PlayerState, event: PlayerEvent, rules: PlayerRules): Transition {
  return startNext(react(state, event, rules));
}

function react(state: PlayerState, event: PlayerEvent, rules: PlayerRules): PlayerState {
  switch (event.kind) {
    case 'play':
      return { ...state, playing: true, playsOn: false };
    case 'pause':
      return paused(state);
    case 'forward':
      return press(state, rules);
    case 'back':
      return goBack(paused(state), rules);
    case 'go':
      return goTo({ ...state, shownPhases: 0 }, event.walk);
    case 'cancel':
      return { ...end(paused(state)), waiting: onlyRefresh(state.waiting) };
    case 'values changed':
      return valuesChanged(state, event.atRest, rules);
    case 'set speed':
      return { ...state, speed: event.speed };
    case 'set by phase':
      return { ...state, byPhase: event.byPhase, shownPhases: 0 };
    case 'time passed':
      return passTime(state, event.ms, rules);
    case 'progressed':
      return underWay(state, { fraction: event.fraction });
    case 'walked':
      return underWay(state, { step: event.step });
    case 'done':
      return finish({ ...state, place: event.place });
    case 'ended': {
      // A step that has left no trace is not there to be taken again.
      const waiting = { ...state.waiting, retake: false };
      return { ...state, place: event.place, underWay: null, progress: 1, waiting };
    }
    case 'failed': {
      const waiting = { ...state.waiting, ticks: 0, retake: false };
      return { ...paused(state), place: event.place, underWay: null, progress: 1, waiting };
    }
    case 'closed':
      return { ...paused(state), isClosed: true, underWay: null, waiting: nothingWaiting };
  }
}

/** Starts what is wanted most: a place before a correction, a correction before what goes on. */
function startNext(state: PlayerState): Transition {
  const { waiting } = state;
  if (state.underWay || state.isClosed) return { state, task: null };
  if (waiting.walk) return start(state, walkTask(state, waiting.walk), { walk: null });
  if (waiting.retake) return start(state, { kind: 'retake' }, { retake: false });
  if (waiting.refresh) return start(state, { kind: 'refresh' }, { refresh: false });
  if (waiting.ticks > 0) return start(state, { kind: 'tick' }, { ticks: waiting.ticks - 1 });
  return { state, task: null };
}

function start(state: PlayerState, task: Task, served: Partial<Waiting>): Transition {
  const underWay = { task, isEnding: false, ms: 0, fraction: 0, step: state.place.step };
  return { state: { ...state, underWay, waiting: { ...state.waiting, ...served } }, task };
}

/** Without changes on the way only what is remembered can be gone to. */
function walkTask({ place }: PlayerState, { target, valueChanges }: Walk): Task {
  const most = valueChanges ? Number.POSITIVE_INFINITY : place.furthest;
  return { kind: 'walk', target: Math.max(0, Math.min(most, target)), valueChanges };
}

function underWay(state: PlayerState, change: { fraction?: number; step?: number }): PlayerState {
  return state.underWay ? { ...state, underWay: { ...state.underWay, ...change } } : state;
}

/** A refresh is short, and what it shows would be missed. */
const end = (state: PlayerState): PlayerState =>
  state.underWay && state.underWay.task.kind !== 'refresh'
    ? { ...state, underWay: { ...state.underWay, isEnding: true } }
    : state;

const onlyRefresh = ({ refresh }: Waiting): Waiting => ({ ...nothingWaiting, refresh });

function goTo(state: PlayerState, walk: Walk): PlayerState {
  const waiting = { ...onlyRefresh(state.waiting), walk };
  return { ...end(paused(state)), waiting };
}

function goBack(state: PlayerState, { phases }: PlayerRules): PlayerState {
  const { byPhase, shownPhases, waiting, underWay, place } = state;
  if (byPhase && shownPhases > 0) return { ...state, shownPhases: shownPhases - 1 };
  // Pressed again on the way there: from where that way leads.
  const walked = underWay?.task.kind === 'walk' ? underWay.task.target : null;
  const from = waiting.walk?.target ?? walked ?? place.step;
  if (from === 0) return state;
  const going = goTo(state, { target: from - 1, valueChanges: null });
  return byPhase ? { ...going, shownPhases: phases - 1 } : going;
}

function valuesChanged(
  state: PlayerState,
  atRest: boolean,
  { refreshes }: PlayerRules,
): PlayerState {
  const { underWay: now, waiting, place, progress } = state;
  if (refreshes) return { ...state, waiting: { ...waiting, refresh: true } };
  const isStep = now?.task.kind === 'tick' || now?.task.kind === 'retake';
  if (isStep && !now.isEnding) {
    // What is under way was begun with the values of before.
    return now.ms > longMs
      ? tickOnceMore(end({ ...state, waiting: { ...waiting, retake: false } }))
      : { ...state, waiting: { ...waiting, retake: true } };
  }
  if (now) return state;
  const judged = { ...state, place: { ...place, atRest } };
  if (place.step > 0 && progress < 1) return { ...judged, waiting: { ...waiting, retake: true } };
  // What had come to rest under the old values goes on under the new ones.
  return place.atRest && !atRest ? { ...judged, playing: true } : judged;
}

function finish(state: PlayerState): PlayerState {
  const task = state.underWay?.task;
  const done = { ...state, underWay: null };
  const { atRest } = state.place;
  const rested = {
    ...done,
    playing: state.playing && !atRest,
    playsOn: state.playing && atRest,
  };
  switch (task?.kind) {
    case 'tick':
      return { ...rested, progress: 0, shownPhases: 0, stood: 0 };
    case 'retake':
      return rested;
    case 'walk':
      return { ...done, progress: 1, stood: 0 };
    case 'refresh':
      return state.playsOn && !atRest ? { ...done, playing: true, playsOn: false } : done;
    default:
      return done;
  }
}
