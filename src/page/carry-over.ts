import { changesUpTo } from './address-changes.ts';
import type { InitialState, Session } from './session.ts';

/** All that a scene needs to go on elsewhere from where it is, as if nothing had happened. */
export function carryOver(session: Session): InitialState {
  const { player, world, history, picked, stage, scene, isEntering, opening } = session;
  const values = { ...session.values };
  const common = {
    values,
    playing: player.playing || opening.isUnderWay,
    goesOn: player.playing,
    speed: player.speed,
    byPhase: player.byPhase,
  };
  // Of the values that it is being entered with nothing is computed yet.
  if (isEntering) return common;
  // A replay goes on to the step that was wanted.
  const step = player.replaying?.target ?? world.step;
  return {
    ...common,
    step,
    valueChanges: changesUpTo(step, history, values, scene.parameters),
    past: history.past,
    phase: player.byPhase && player.progress === 1 ? player.phase : null,
    picked,
    view: stage.camera.view,
  };
}
