import { html, render } from 'lit-html';
import type { Camera } from '../view/camera.ts';

/** Zoom and fit, for those without a wheel. */
export function mountZoomButtons(host: HTMLElement, camera: Camera): () => void {
  const box = document.createElement('div');
  box.className = 'zoom-buttons';
  host.append(box);
  const button = (label: string, sign: string, act: () => void) =>
    html`<button class="button" type="button" aria-label=${label} title=${label} @click=${act}>
      ${sign}
    </button>`;
  render(
    [
      button('Zoom in', '+', () => camera.zoomBy(1.4)),
      button('Zoom out', '−', () => camera.zoomBy(1 / 1.4)),
      button('Fit everything (F)', '⤢', () => camera.showAll()),
    ],
    box,
  );
  return () => box.remove();
}
