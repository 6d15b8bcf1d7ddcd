import { listenToPresses } from './listen-to-presses.ts';
import type { Session } from './session.ts';

export interface MountedOpening {
  /** Shows on the play button how much of the wait is over; called every frame. */
  frame(): void;
  dispose(): void;
}

/** Any press leaves a scene at rest that is about to play, and ends the way from one page to the next. */
export function mountOpening(transport: HTMLElement, session: Session): MountedOpening {
  const stopListening = listenToPresses(() => {
    session.opening.end();
    session.transit.end();
  });
  return {
    frame() {
      const { isUnderWay, passed } = session.opening;
      if (isUnderWay) transport.style.setProperty('--passed', passed.toFixed(3));
    },
    dispose: stopListening,
  };
}
