import { createAnnouncer } from './announcer.ts';
import type { Session } from './session.ts';

/** Tells screen readers what happens on the stage, at most every second and a half. */
export function mountLiveRegion(host: HTMLElement, session: Session): () => void {
  const announcer = createAnnouncer((sentence) => {
    host.textContent = sentence;
  });
  const tell = () => {
    const { player, world } = session;
    const { summary, looked } = session.description;
    const running = world.atRest ? [] : [player.playing ? 'playing' : 'paused'];
    announcer.announce([...running, summary, looked].filter(Boolean).join(', '));
  };
  const end = session.subscribe(tell);
  return () => {
    end();
    announcer.dispose();
  };
}
