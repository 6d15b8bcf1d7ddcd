import { html, render } from 'lit-html';
import './stage-readout.css';
import type { StageReadout } from '../view/stage-readout.ts';
import { placeReadout, type ScreenBox } from './place-readout.ts';
import type { Session } from './session.ts';
import { listenToPointing } from './stage-pointing.ts';

export interface MountedReadout {
  /** Moves it to where the camera has it; called every frame. */
  frame(): void;
  dispose(): void;
}

/** What lies over the picture and has to be seen or pressed. */
const kept = '.stage-caption, .zoom-buttons';

/**
 * The numbers of the place that is pointed at, beside it. Who points with keys has them from the
 * handles, the pick and the stage's description, so readers pass over it.
 */
export function createStageReadout(host: HTMLElement, session: Session): MountedReadout {
  const layer = document.createElement('div');
  layer.className = 'stage-readout-layer';
  layer.setAttribute('aria-hidden', 'true');
  const line = document.createElement('div');
  line.className = 'stage-crosshair';
  const marks = document.createElement('div');
  const box = document.createElement('div');
  box.className = 'stage-readout';
  layer.append(line, marks, box);
  layer.hidden = true;
  host.append(layer);
  const { camera } = session.stage;
  let isChanged = true;
  const changed = () => {
    isChanged = true;
  };
  const pointing = listenToPointing(host, session, changed);
  const ends = [pointing.dispose, session.subscribe(changed), camera.onMove(changed)];

  function write({ rows, x, y, crosshair }: StageReadout): void {
    layer.hidden = false;
    render(
      rows.map(
        ({ label, value, colour }) =>
          html`<div class=${colour ? 'drawn' : ''} style=${colour ? `--series: var(${colour})` : ''}>
            <span>${label}</span><span>${value}</span>
          </div>`,
      ),
      box,
    );
    const at = camera.toScreen(x, y);
    line.hidden = marks.hidden = !crosshair;
    if (crosshair) {
      const [top, bottom] = [
        camera.toScreen(x, crosshair.top),
        camera.toScreen(x, crosshair.bottom),
      ];
      line.style.transform = `translate(${at.x}px, ${top.y}px)`;
      line.style.height = `${bottom.y - top.y}px`;
      render(
        crosshair.marks.map(({ y: up, colour }) => {
          const place = camera.toScreen(x, up);
          return html`<i
            style="--series: var(${colour}); transform: translate(${place.x}px, ${place.y}px)"
          ></i>`;
        }),
        marks,
      );
    }
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = placeReadout(size, at, camera, boxesOver(host));
    box.style.transform = `translate(${left}px, ${top}px)`;
  }

  return {
    frame() {
      if (!isChanged) return;
      isChanged = false;
      const place = pointing.place();
      const readout = place ? session.view.readout(place, pointing.row(place)) : null;
      if (readout) write(readout);
      else layer.hidden = true;
    },
    dispose() {
      for (const end of ends) end();
      layer.remove();
    },
  };
}

function boxesOver(host: HTMLElement): ScreenBox[] {
  const { left, top } = host.getBoundingClientRect();
  return [...host.querySelectorAll<HTMLElement>(kept)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width }) => width > 0)
    .map((it) => ({
      left: it.left - left,
      top: it.top - top,
      width: it.width,
      height: it.height,
    }));
}
