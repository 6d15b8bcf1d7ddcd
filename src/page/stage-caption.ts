import type { Session } from './session.ts';

/** A sentence on the stage about what it shows, and the stage's description for screen readers. */
export function mountCaption(host: HTMLElement, session: Session): () => void {
  const caption = document.createElement('p');
  caption.className = 'stage-caption';
  host.append(caption);
  const show = () => {
    const { scene, view, picked } = session;
    const text = view.caption?.(session.shown()) ?? '';
    if (caption.textContent !== text) caption.textContent = text;
    caption.hidden = text === '';
    const looked = picked === null ? '' : `; ${view.describe?.(picked) ?? ''}`;
    const label = `${scene.title}: ${scene.summary(session.world)}${looked}`;
    if (host.getAttribute('aria-label') !== label) host.setAttribute('aria-label', label);
  };
  show();
  const end = session.subscribe(show);
  return () => {
    end();
    caption.remove();
  };
}
