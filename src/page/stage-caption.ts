import type { Session } from './session.ts';

/** Closer than this part of a close-up there is nothing to come closer to. */
const nearEnough = 0.75;

/**
 * A sentence on the stage about what it shows, with a way to look closer; and the stage's description
 * for screen readers.
 */
export function mountCaption(host: HTMLElement, session: Session): () => void {
  const caption = document.createElement('div');
  caption.className = 'stage-caption';
  const sentence = document.createElement('p');
  const closer = document.createElement('button');
  closer.type = 'button';
  closer.className = 'button plain';
  closer.textContent = 'Look closer';
  caption.append(sentence, closer);
  host.append(caption);
  const { camera } = session.stage;
  const closeUp = () => session.view.closeUp();
  closer.addEventListener('click', () => {
    const bounds = closeUp();
    if (bounds) camera.showPart(bounds);
    // The button may go away under the focus.
    if (document.activeElement === closer) host.focus();
  });

  const show = () => {
    const { scene, view } = session;
    const { summary, looked } = session.description;
    const text = view.caption();
    if (sentence.textContent !== text) sentence.textContent = text;
    caption.hidden = text === '';
    const label = `${scene.title}: ${[summary, looked].filter(Boolean).join('; ')}`;
    if (host.getAttribute('aria-label') !== label) host.setAttribute('aria-label', label);
    offerCloser();
  };
  const offerCloser = () => {
    const bounds = closeUp();
    const extent = bounds ? (bounds.right - bounds.left) * camera.scale : Number.POSITIVE_INFINITY;
    closer.hidden = extent > nearEnough * Math.min(camera.width, camera.height);
  };
  const ends = [session.subscribe(show), camera.onMove(offerCloser)];
  show();
  return () => {
    for (const end of ends) end();
    caption.remove();
  };
}
