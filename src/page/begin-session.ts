import type { InitialState, Session } from './session.ts';
import { walkPast } from './walk-past.ts';

/** Takes a session that was entered to where it is to begin, but for whether it plays. */
export async function walkToBeginning(session: Session, initial: InitialState): Promise<void> {
  const { step = 0, valueChanges } = initial;
  const walk = async () => {
    if (step > 0) await session.goToStep(step, valueChanges);
  };
  if (initial.past)
    await walkPast({ player: session.player, history: session.history, walk, step });
  else await walk();
}

/** Shows what the session is to begin with: its phase, what is seen and looked at. */
export function beginPicture(session: Session, initial: InitialState): void {
  if (typeof initial.phase === 'number') session.showPhase(initial.phase);
  if (initial.view) session.stage.camera.show(initial.view);
  session.pick(initial.picked ?? null);
}
