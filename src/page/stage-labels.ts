import type { StageLabel } from '../view/scene-view.ts';
import type { Session } from './session.ts';

export interface StageLabels {
  /** Moves every label to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

/** A label needs as much room on the screen, where text is of its usual size. */
const widthPixels = 60;

/** What the scene writes on its picture. The caption says it in words, so readers pass over it. */
export function createStageLabels(host: HTMLElement, session: Session): StageLabels {
  const box = document.createElement('div');
  box.setAttribute('aria-hidden', 'true');
  host.append(box);
  const elements: HTMLElement[] = [];
  let labels: readonly StageLabel[] = [];

  function write(): void {
    labels = session.view.labels();
    while (elements.length > labels.length) elements.pop()?.remove();
    for (const [i, { text, plain }] of labels.entries()) {
      elements[i] ??= makeLabel(box);
      elements[i].classList.toggle('plain', plain === true);
      if (elements[i].textContent !== text) elements[i].textContent = text;
    }
  }

  const end = session.subscribe(write);
  write();
  return {
    frame() {
      const { camera } = session.stage;
      for (const [i, { x, y, room, least = widthPixels }] of labels.entries()) {
        const place = camera.toScreen(x, y);
        elements[i].hidden = room * camera.scale < least * camera.textScale;
        elements[i].style.transform = `translate(${place.x}px, ${place.y}px) translate(-50%, -50%)`;
      }
    },
    dispose() {
      end();
      box.remove();
    },
  };
}

function makeLabel(box: HTMLElement): HTMLElement {
  const label = document.createElement('span');
  label.className = 'stage-label';
  box.append(label);
  return label;
}
