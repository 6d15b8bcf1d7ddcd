import type { Backend } from '../gpu/backend.ts';
import { type BackendChoice, openBackend } from '../gpu/open-backend.ts';
import { showNotice } from '../panel/notice.ts';
import { loadScene } from '../scenes/registry.ts';
import { loadSceneView } from '../scenes/view-registry.ts';
import { createStage } from '../view/stage.ts';
import { openSession, type Session } from './session.ts';
import { followSystemTheme } from './theme-switch.ts';

/** Finds what the page can compute on, mounts stage and controls, and opens the first scene. */
export function openPage(): void {
  const elements = {
    stage: elementById('stage'),
    panel: elementById('panel'),
    transport: elementById('transport'),
    notice: elementById('notice'),
    chip: elementById('chip'),
  };
  const say = (sentence: string) => showNotice(elements.notice, sentence);
  const complain = (error: unknown) => {
    console.error(error);
    say(error instanceof Error ? error.message : String(error));
  };
  followSystemTheme();
  window.addEventListener('unhandledrejection', (event) => complain(event.reason));

  /** Everything that hangs on one backend; choosing another opens it all anew. */
  async function open(choice: BackendChoice, values: Session['values']): Promise<void> {
    const compute = await openBackend(choice, navigator.gpu, true);
    elements.chip.textContent = describeBackend(compute);
    const stage = await createStage(elements.stage, compute.gpu);
    const [scene, openView] = await Promise.all([
      loadScene('meanshift'),
      loadSceneView('meanshift'),
    ]);
    const backend = { chosen: choice, choose: (name: string) => reopen(name as BackendChoice) };
    const parts = { scene, openView, compute, stage, elements, backend, say };
    const session = await openSession(parts, values);
    const stop = everyFrame((ms) => session.frame(ms));

    let closing = false;
    async function close(): Promise<void> {
      closing = true;
      stop();
      await session.dispose();
      stage.dispose();
      compute.dispose();
    }
    function reopen(next: BackendChoice): void {
      if (closing) return;
      close()
        .then(() => open(next, session.values))
        .catch((error: unknown) => {
          complain(error);
          return open('auto', session.values).catch(complain);
        });
    }
    compute.lost
      .then((sentence) => {
        if (closing) return;
        say(`${sentence}. The scene was opened again.`);
        reopen(choice);
      })
      .catch(complain);
  }

  open('auto', {}).catch(complain);
}

const describeBackend = ({ kind, adapter, reason }: Backend) =>
  kind === 'webgpu' ? `WebGPU · ${adapter}` : `CPU · ${reason}`;

/** Calls back with the milliseconds since the last frame, until it is told to stop. */
function everyFrame(act: (ms: number) => void): () => void {
  let last = performance.now();
  let handle = requestAnimationFrame(function frame(now) {
    handle = requestAnimationFrame(frame);
    // A hidden page gets no frames; what it missed is not made up for.
    act(Math.min(now - last, 250));
    last = now;
  });
  return () => cancelAnimationFrame(handle);
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element “${id}”`);
  return element;
}
