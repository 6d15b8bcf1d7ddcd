import type { LessonState } from '../view/lesson-page.ts';
import type { Session } from './session.ts';

/** As fast as a scene that is opened. */
const usualSpeed = 2;

/**
 * Sets a lesson page's state up through the session, as a person could; what is not named stays, but
 * for the speed: a page that is quick leaves the next one as slow as it was meant.
 *
 * @param waits a page that asks first stands still, whatever its state says
 * @param isWanted asked after each wait: another page may have been opened meanwhile
 */
export async function applyLessonState(
  session: Session,
  state: LessonState,
  waits: boolean,
  isWanted: () => boolean,
): Promise<void> {
  const moveOn = session.transit.begin();
  try {
    await setUp(session, state, waits, isWanted);
  } finally {
    moveOn();
  }
}

async function setUp(
  session: Session,
  { values, step, picked, playing, byPhase, phase, speed = usualSpeed }: LessonState,
  waits: boolean,
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
  player.speed = speed;
  if (byPhase !== undefined) player.byPhase = byPhase;
  if (phase !== undefined) session.showPhase(phase);
  if (picked !== undefined) session.pick(picked);
  if (playing === true && !waits) player.play();
  else if (playing !== undefined) player.pause();
}
