import type { PageState } from './page-state.ts';
import type { InitialState } from './session.ts';

/** How a session begins that shows what an address says. */
export const initialOf = (state: PageState, plays: boolean): InitialState => ({
  values: { ...state.values },
  picked: state.picked,
  byPhase: state.byPhase,
  view: state.view,
  ...(state.speed === null ? {} : { speed: state.speed }),
  ...(state.step === null
    ? {}
    : { step: state.step, valueChanges: state.valueChanges, phase: state.phase }),
  playing: state.step === null && plays,
});
