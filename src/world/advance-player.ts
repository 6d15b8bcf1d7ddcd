import { type PlayerRules, type PlayerState, paused } from './player-state.ts';

/** Asks for one tick more. */
export const tickOnceMore = (state: PlayerState): PlayerState => ({
  ...state,
  waiting: { ...state.waiting, ticks: state.waiting.ticks + 1 },
});

/** A person asks for one step or phase more. One that is asked for while playing is under way already. */
export function press(state: PlayerState, rules: PlayerRules): PlayerState {
  const isAskedAlready = state.playing && state.underWay !== null;
  return isAskedAlready && !showsPhaseNext(state, rules)
    ? { ...paused(state), stood: 0 }
    : advance(paused(state), rules);
}

const showsPhaseNext = ({ byPhase, shownPhases }: PlayerState, { phases }: PlayerRules) =>
  byPhase && shownPhases < phases - 1;

/** Shows the next phase, or takes the step. */
function advance(state: PlayerState, rules: PlayerRules): PlayerState {
  const { byPhase, progress, shownPhases } = state;
  const stands = { ...state, stood: 0, progress: byPhase ? 1 : progress };
  return showsPhaseNext(state, rules)
    ? { ...stands, shownPhases: shownPhases + 1 }
    : tickOnceMore(stands);
}

/** Never waits: real time passes, whatever is under way. */
export function passTime(before: PlayerState, ms: number, rules: PlayerRules): PlayerState {
  const units = (ms / 1000) * before.speed;
  const { underWay } = before;
  const state = underWay ? { ...before, underWay: { ...underWay, ms: underWay.ms + ms } } : before;
  if (state.progress < 1) return { ...state, progress: Math.min(1, state.progress + units) };
  if (!state.playing && !underWay && state.stood >= 1) return state;
  const stood = state.stood + units;
  if (!state.playing || underWay || state.waiting.ticks > 0) return { ...state, stood };
  // The start of it all, and each phase, stand for as long as a step moves.
  const stands = state.byPhase || state.place.step === 0;
  return stands && stood < 1 ? { ...state, stood } : { ...advance(state, rules), stood: 0 };
}
