import { render } from 'lit-html';
import type { FigureContext } from '../../../view/lesson-page.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { drawTwoUpdates } from './draw-two-updates.ts';
import { drawSmallPicture } from './small-picture.ts';
import { createTwoUpdates, type TwoUpdates } from './two-updates.ts';

/** From here on f32 and the eye alike call them one spot. */
const goal = 1e-3;
const mostSweeps = 8;
const motionMs = 500;

/** Both updates side by side on the same points, sweep by sweep. */
export function showTwoUpdates(
  host: HTMLElement,
  { opening, answered, failed }: FigureContext<SceneWorld>,
): () => void {
  const { compute } = opening.world;
  let two: TwoUpdates | null = null;
  let ended = false;
  let busy = true;
  let playing = false;
  let moved = 0;
  let frame = 0;

  const sweeps = () => (two ? two.updates[0].distances.length - 1 : 0);

  async function begin(): Promise<void> {
    const fresh = await createTwoUpdates(compute);
    two?.dispose();
    if (ended) return fresh.dispose();
    two = fresh;
    busy = false;
    draw();
    animate(1);
  }

  async function sweep(): Promise<void> {
    if (busy || !two || sweeps() >= mostSweeps) return;
    busy = true;
    draw();
    await two.sweep();
    busy = false;
    if (ended) return two.dispose();
    if (two.updates.some(({ distances }) => (distances.at(-1) ?? 1) < goal)) answered();
    if (sweeps() >= mostSweeps) playing = false;
    draw();
    animate(matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0);
  }

  function animate(from: number): void {
    moved = from;
    cancelAnimationFrame(frame);
    let last: number | null = null;
    frame = requestAnimationFrame(function move(now) {
      moved = Math.min(1, moved + (now - (last ?? now)) / motionMs);
      last = now;
      const pictures = host.querySelectorAll('canvas');
      two?.updates.forEach(({ world }, i) => {
        drawSmallPicture(pictures[i], world, moved);
      });
      if (moved < 1) frame = requestAnimationFrame(move);
      else if (playing) sweep().catch(failed);
    });
  }

  function restart(): void {
    if (busy) return;
    busy = true;
    playing = false;
    draw();
    begin().catch(failed);
  }

  function togglePlay(): void {
    playing = !playing;
    draw();
    if (playing && moved === 1) sweep().catch(failed);
  }

  const told = {
    togglePlay,
    restart,
    sweepOnce() {
      playing = false;
      sweep().catch(failed);
    },
  };

  function draw(): void {
    const isOver = sweeps() >= mostSweeps;
    render(drawTwoUpdates(two?.updates ?? [], { isOver, playing, goal }, told), host);
  }

  const theme = new MutationObserver(() => animate(moved));
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  draw();
  begin().catch(failed);
  return () => {
    ended = true;
    theme.disconnect();
    cancelAnimationFrame(frame);
    // A sweep under way ends by itself, and then gives its worlds back.
    if (!busy) two?.dispose();
    render('', host);
  };
}
