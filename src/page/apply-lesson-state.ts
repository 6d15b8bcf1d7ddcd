import type { LessonState } from '../view/lesson-page.ts';
import type { Session } from './session.ts';

/**
 * Sets a lesson page's state up through the session, as a person could; what is not named stays.
 *
 * @param isWanted asked after each wait: another page may have been opened meanwhile
 */
export async function applyLessonState(
  session: Session,
  state: LessonState,
  isWanted: () => boolean,
): Promise<void> {
  const moveOn = session.transit.begin();
  try {
    await setUp(session, state, isWanted);
  } finally {
    moveOn();
  }
}

async function setUp(
  session: Session,
  { values, step, picked, playing, byPhase }: LessonState,
  isWanted: () => boolean,
): Promise<void> {
  if (values) session.setValues(values);
  await session.settled();
  if (!isWanted()) return;
  // It comes to rest where the page begins.
  session.opening.end();
  // Entering the scene again makes a new player, so it is asked for only now.
  const { player } = session;
  if (step !== undefined) {
    player.byPhase = false;
    player.walkTo(step, []);
    await session.settled();
    if (!isWanted()) return;
  }
  if (byPhase !== undefined) player.byPhase = byPhase;
  if (picked !== undefined) session.pick(picked);
  if (playing === true) player.play();
  else if (playing === false) player.pause();
}
