import { html, render, type TemplateResult } from 'lit-html';
import type { Camera } from '../view/camera.ts';

const corners = html`<svg viewBox="0 0 16 16" aria-hidden="true">
  <path
    d="M2 6V2h4v1.5H3.5V6zM10 2h4v4h-1.5V3.5H10zM2 10h1.5v2.5H6V14H2zM12.5 10H14v4h-4v-1.5h2.5z"
  />
</svg>`;

/** Zoom and fit, for those without a wheel. */
export function mountZoomButtons(host: HTMLElement, camera: Camera): () => void {
  const box = document.createElement('div');
  box.className = 'zoom-buttons';
  host.append(box);
  const button = (label: string, sign: string | TemplateResult, act: () => void) =>
    html`<button class="button" type="button" aria-label=${label} title=${label} @click=${act}>
      ${sign}
    </button>`;
  render(
    [
      button('Zoom in', '+', () => camera.zoomBy(1.4)),
      button('Zoom out', '−', () => camera.zoomBy(1 / 1.4)),
      button('Fit everything (F)', corners, () => camera.showAll()),
    ],
    box,
  );
  return () => box.remove();
}
