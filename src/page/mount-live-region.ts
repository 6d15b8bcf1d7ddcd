import { createAnnouncer } from './announcer.ts';
import type { Session } from './session.ts';

/** Tells screen readers what happens on the stage, at most every second and a half. */
export function mountLiveRegion(host: HTMLElement, session: Session): () => void {
  const announcer = createAnnouncer((sentence) => {
    host.textContent = sentence;
  });
  const tell = () => {
    const { player, picked, view, scene, world } = session;
    const looked = picked === null ? '' : `, ${view.describe?.(picked) ?? ''}`;
    const running = player.playing ? 'playing' : 'paused';
    const summary = scene.summary(world);
    announcer.announce(world.atRest ? `${summary}${looked}` : `${running}, ${summary}${looked}`);
  };
  const end = session.subscribe(tell);
  return () => {
    end();
    announcer.dispose();
  };
}
