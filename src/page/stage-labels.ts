import type { StageLabel } from '../view/scene-view.ts';
import { createMeasure } from './measure-labels.ts';
import { type LabelSize, placeLabels } from './place-labels.ts';
import type { Session } from './session.ts';

export interface StageLabels {
  /** Moves every label to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

/** What the scene writes on its picture. The caption says it in words, so readers pass over it. */
export function createStageLabels(host: HTMLElement, session: Session): StageLabels {
  const box = document.createElement('div');
  box.className = 'stage-labels';
  box.setAttribute('aria-hidden', 'true');
  host.append(box);
  const elements: HTMLElement[] = [];
  const { camera } = session.stage;
  const measure = createMeasure(box);
  let hasMoved = true;
  let labels: readonly StageLabel[] = [];
  let sizes: readonly LabelSize[] = [];
  /** The scene may write something else where there is more room. */
  let written = camera.scale;

  function write(): void {
    labels = session.view.labels();
    written = camera.scale;
    while (elements.length > labels.length) elements.pop()?.remove();
    for (const [i, { text, plain }] of labels.entries()) {
      elements[i] ??= makeLabel(box);
      elements[i].classList.toggle('plain', plain === true);
      if (elements[i].textContent !== text) elements[i].textContent = text;
    }
    sizes = measure(labels.map(({ text }) => text));
    place();
  }

  function place(): void {
    hasMoved = false;
    for (const [i, at] of placeLabels(labels, sizes, camera).entries()) {
      elements[i].hidden = at === null;
      if (at) elements[i].style.transform = `translate(${at.left}px, ${at.top}px)`;
    }
  }

  const ends = [
    session.subscribe(write),
    camera.onMove(() => {
      hasMoved = true;
    }),
  ];
  write();
  return {
    frame() {
      if (camera.scale !== written) write();
      else if (hasMoved) place();
    },
    dispose() {
      for (const end of ends) end();
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
