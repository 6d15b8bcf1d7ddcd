import type { Backend } from '../gpu/backend.ts';
import { type BackendChoice, openBackend } from '../gpu/open-backend.ts';
import { showNotice } from '../panel/notice.ts';
import { loadScenePage } from '../scenes/page-registry.ts';
import { loadScene } from '../scenes/registry.ts';
import { createStage } from '../view/stage.ts';
import { everyFrame } from './every-frame.ts';
import { createLessonMemory } from './lesson-place.ts';
import { mountCharts } from './mount-charts.ts';
import { mountCode } from './mount-code.ts';
import { mountLesson } from './mount-lesson.ts';
import { mountPanel } from './mount-panel.ts';
import { mountTransport } from './mount-transport.ts';
import { findElements } from './page-elements.ts';
import { type InitialState, openSession, type Session } from './session.ts';
import { followSystemTheme } from './theme-switch.ts';

declare global {
  interface Window {
    /** The console's door to what runs on the page, for teachers and tests. */
    meanfield?: { readonly session: Session };
  }
}

/** Finds what the page can compute on, mounts stage and controls, and opens the first scene. */
export function openPage(): void {
  const elements = findElements();
  const say: Session['say'] = (sentence, ...actions) =>
    showNotice(elements.notice, sentence, actions);
  const complain = (error: unknown) => {
    console.error(error);
    say(error instanceof Error ? error.message : String(error));
  };
  followSystemTheme();
  window.addEventListener('unhandledrejection', (event) => complain(event.reason));

  const lessonMemory = createLessonMemory();

  /** Everything that hangs on one backend; choosing another opens it all anew. */
  async function open(choice: BackendChoice, initial: InitialState): Promise<void> {
    const compute = await openBackend(choice, navigator.gpu, true);
    elements.chip.textContent = describeBackend(compute);
    const [stage, scene, page] = await Promise.all([
      createStage(elements.stage, compute.gpu),
      loadScene('meanshift'),
      loadScenePage('meanshift'),
    ]);
    const session = await openSession({ scene, page, compute, stage, say, initial });
    window.meanfield = { session };
    const choose = (name: string) => reopen(name as BackendChoice);
    const panel = mountPanel(elements.panel, session, { chosen: choice, choose });
    const lesson = mountLesson(elements.lesson, session, lessonMemory);
    const ends = [
      panel.dispose,
      mountTransport(elements.transport, session),
      mountCharts(elements.charts, session),
      mountCode(elements.code, session),
      lesson.dispose,
    ];
    const stop = everyFrame((ms) => {
      panel.frameBegins();
      session.frame(ms);
      panel.frameEnds();
    });

    let closing = false;
    async function close(): Promise<void> {
      closing = true;
      stop();
      for (const end of ends.reverse()) end?.();
      await session.dispose();
      stage.dispose();
      compute.dispose();
    }
    function reopen(next: BackendChoice): void {
      if (closing) return;
      const again = { values: session.values, speed: session.player.speed };
      close()
        .then(() => open(next, again))
        .catch((error: unknown) => {
          complain(error);
          return open('auto', again).catch(complain);
        });
    }
    compute.lost
      .then((sentence) => {
        if (closing) return;
        say(`${sentence} The scene was opened again.`);
        reopen(choice);
      })
      .catch(complain);
  }

  open('auto', {}).catch(complain);
}

const describeBackend = ({ kind, adapter, reason }: Backend) =>
  kind === 'webgpu' ? `WebGPU · ${adapter}` : `CPU · ${reason}`;
