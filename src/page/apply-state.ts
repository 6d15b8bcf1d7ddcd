import { defaultValues } from '../world/parameters.ts';
import { asksForPage } from './asks-for-page.ts';
import type { OpenScene } from './open-scene.ts';
import type { PageState } from './page-state.ts';

/**
 * Takes an open scene to the state of an address: the picture is the one that the address opens on
 * a fresh page.
 *
 * @param plays whether a state without a step begins to play
 */
export async function applyState(
  { session, lesson }: OpenScene,
  state: PageState,
  plays: boolean,
): Promise<void> {
  session.setValues({ ...defaultValues(session.scene.parameters), ...state.values });
  // Entering the scene again makes a new player and a new world.
  await session.settled();
  session.opening.end();
  const { player, world, stage } = session;
  player.byPhase = state.byPhase;
  player.speed = state.speed ?? 2;
  await session.goToStep(state.step ?? world.step, state.valueChanges);
  if (state.phase !== null) session.showPhase(state.phase);
  if (state.step === null && plays && !world.atRest) player.play();
  session.pick(state.picked);
  if (state.view) stage.camera.show(state.view);
  else stage.camera.showAll();
  const page = state.page ?? session.page.lesson[0]?.id ?? '';
  if (asksForPage(state)) lesson.open(page);
  else lesson.show(page);
}
