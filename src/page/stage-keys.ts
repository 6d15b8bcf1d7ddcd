import type { Session } from './session.ts';

const panPixels = 48;
const zoomFactor = 1.25;
const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * Keys for the focused stage: arrows pan, with Shift they move the pick to the next point that way;
 * + and − zoom; Enter picks the point nearest to the middle; Escape looks away.
 */
export function listenToStageKeys(host: HTMLElement, session: Session): () => void {
  const controller = new AbortController();

  function pickNearMiddle(): void {
    const { camera } = session.stage;
    const { x, y } = camera.toWorld(camera.width / 2, camera.height / 2);
    pickAndShow(session.view.pick(x, y, Number.POSITIVE_INFINITY));
  }

  /** What is picked by key comes into view. */
  function pickAndShow(row: number | null): void {
    session.pick(row);
    const place = row === null ? null : session.view.place(row);
    const { camera } = session.stage;
    if (!place || camera.isVisible(place.x, place.y)) return;
    const { x, y } = camera.toScreen(place.x, place.y);
    camera.panBy(camera.width / 2 - x, camera.height / 2 - y);
  }

  /** Looks ever further in a direction until there is another point. */
  function pickTowards(dx: number, dy: number): void {
    const { picked, view, stage } = session;
    const from = picked === null ? null : view.place(picked);
    if (!from) {
      pickNearMiddle();
      return;
    }
    for (let pixels = 8; pixels < 4000; pixels *= 1.5) {
      const step = pixels / stage.camera.scale;
      const found = view.pick(from.x + dx * step, from.y + dy * step, step * 0.7);
      if (found !== null && found !== picked) {
        pickAndShow(found);
        return;
      }
    }
  }

  host.addEventListener(
    'keydown',
    (event) => {
      if (event.target !== host || event.ctrlKey || event.metaKey || event.altKey) return;
      const { camera } = session.stage;
      const arrow = arrows[event.key];
      if (arrow && event.shiftKey) pickTowards(...arrow);
      else if (arrow) camera.panBy(-arrow[0] * panPixels, arrow[1] * panPixels);
      else if (event.key === '+' || event.key === '=') camera.zoomBy(zoomFactor);
      else if (event.key === '-') camera.zoomBy(1 / zoomFactor);
      else if (event.key === 'Enter') pickNearMiddle();
      else if (event.key === 'Escape') session.pick(null);
      else return;
      event.preventDefault();
    },
    { signal: controller.signal },
  );
  return () => controller.abort();
}
