import { type BackendChoice, openBackend } from '../gpu/open-backend.ts';
import type { Scene } from '../scenes/registry.ts';
import { createStage } from '../view/stage.ts';
import { everyFrame } from './every-frame.ts';
import { type ViewName, viewNames } from './kept-views.ts';
import type { LessonMemory, LessonPlace } from './lesson-place.ts';
import { mountCharts } from './mount-charts.ts';
import { mountCode } from './mount-code.ts';
import { type LessonAround, mountLesson } from './mount-lesson.ts';
import { mountLiveRegion } from './mount-live-region.ts';
import { mountOpening } from './mount-opening.ts';
import { mountStage } from './mount-stage.ts';
import { mountTools } from './mount-tools.ts';
import { mountTransport } from './mount-transport.ts';
import { openSession } from './open-session.ts';
import type { PageElements } from './page-elements.ts';
import type { InitialState, Session } from './session.ts';
import type { Views } from './views.ts';

/** A scene on the page with everything around it. */
export interface OpenScene {
  readonly session: Session;
  readonly lesson: LessonPlace;
  readonly backend: BackendChoice;
  /** Resolves with a sentence if the GPU is lost. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

export interface OpenSceneOptions {
  readonly scene: Scene;
  readonly backend: BackendChoice;
  readonly initial: InitialState;
  readonly elements: PageElements;
  readonly views: Views;
  readonly lessonMemory: LessonMemory;
  readonly notify: Session['notify'];
  chooseBackend(choice: BackendChoice): void;
  /** Opens a lesson page of another scene. */
  readonly openElsewhere: LessonAround['openElsewhere'];
}

const whatComputes = {
  webgpu: 'The GPU computes, through WebGPU',
  cpu: 'The CPU computes, more slowly than a GPU would',
} as const;

/** Opens a backend, a stage on it and a scene on that, and mounts every control. */
export async function openScene(options: OpenSceneOptions): Promise<OpenScene> {
  const { scene, backend, initial, elements, views, lessonMemory, notify } = options;
  const compute = await openBackend(backend, navigator.gpu, true);
  const chip =
    compute.kind === 'webgpu' ? `WebGPU · ${compute.adapter}` : `CPU · ${compute.reason}`;
  elements.chip.textContent = chip;
  elements.chip.dataset.help = `${whatComputes[compute.kind]}: ${compute.reason}.`;
  // The panel is a third of the shell's size and needs a scene anyway.
  const [stage, { mountPanel, mountParameterRows }] = await Promise.all([
    createStage(elements.stage, compute.gpu),
    import('./mount-panel.ts'),
  ]);
  const entering = (isUnderWay: boolean) => elements.stage.classList.toggle('entering', isUnderWay);
  const session = await openSession({ scene, compute, stage, notify, entering, initial }).catch(
    (error: unknown) => {
      stage.dispose();
      compute.dispose();
      throw error;
    },
  );
  const panel = mountPanel(elements.panel, session, {
    chosen: backend,
    choose: (name) => options.chooseBackend(name as BackendChoice),
  });
  const onStage = mountStage(elements.stage, session);
  const opening = mountOpening(elements.transport, session);
  const endFrames = everyFrame((ms) => {
    panel.frameBegins();
    session.frame(ms);
    onStage.frame();
    opening.frame();
    panel.frameEnds();
  });
  const ends = [
    panel.dispose,
    onStage.dispose,
    opening.dispose,
    mountTransport(elements.transport, session),
    mountTools(elements['scene-tools'], session),
    mountCharts(elements.charts, session),
    mountCode(elements.code, session),
    mountLiveRegion(elements.live, session),
    endFrames,
  ];
  // After what it speaks of.
  const lesson = mountLesson(elements, session, lessonMemory, {
    mountParameters: mountParameterRows,
    openElsewhere: options.openElsewhere,
  });
  ends.push(lesson.dispose);
  views.offer(viewsOf(session));
  // A lost device draws no more.
  const lost = compute.lost.then((sentence) => {
    endFrames();
    return sentence;
  });
  return {
    session,
    lesson,
    backend,
    lost,
    async close() {
      for (const end of ends.reverse()) end?.();
      await session.dispose();
      stage.dispose();
      compute.dispose();
    },
  };
}

/** What a scene has to show beside the picture. */
function viewsOf({ page }: Session): ReadonlySet<ViewName> {
  const has: Readonly<Record<ViewName, boolean>> = {
    lesson: page.lesson.length > 0,
    controls: true,
    tools: page.tools.length > 0,
    charts: page.charts.length > 0,
    code: page.hasCode,
  };
  return new Set(viewNames.filter((view) => has[view]));
}
