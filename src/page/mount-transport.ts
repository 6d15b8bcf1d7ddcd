import { drawTransportBar } from '../panel/transport-bar.ts';
import type { Session } from './session.ts';

/** Keeps the transport bar in step with the session. */
export function mountTransport(host: HTMLElement, session: Session): () => void {
  // By no tooltip: what is explained is what is to be pressed.
  host.dataset.uncovered = '';
  const draw = () =>
    drawTransportBar(host, {
      player: session.player,
      isOpening: session.opening.isUnderWay,
      history: session.history,
      step: session.description.step,
      phases: session.scene.phases,
      phase: session.moment().phase,
      status: session.description.summary,
    });
  draw();
  return session.subscribe(draw);
}
