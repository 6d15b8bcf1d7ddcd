import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { BackendChoice } from '../gpu/open-backend.ts';
import {
  loadScene,
  type Scene,
  sceneContents,
  sceneNames,
  sceneTitle,
} from '../scenes/registry.ts';
import { createBackendAfterLoss } from './backend-after-loss.ts';
import { carryOver } from './carry-over.ts';
import type { LessonMemory } from './lesson-place.ts';
import { markOpening } from './mark-opening.ts';
import { type Address, mountAddress } from './mount-address.ts';
import { drawHeader } from './mount-header.ts';
import { type OpenScene, openScene } from './open-scene.ts';
import { pageAddress } from './page-address.ts';
import type { PageElements } from './page-elements.ts';
import type { Presentation } from './presentation.ts';
import { createSceneChoice } from './scene-choice.ts';
import type { InitialState, Session } from './session.ts';
import { sharingOf } from './sharing.ts';
import type { StoryPage } from './story.ts';
import type { ThemeSwitch } from './theme-switch.ts';
import type { Views } from './views.ts';

/** Where scenes are opened and closed: one at a time, in the order in which they were asked for. */
export interface SceneHost {
  /** The scene that is open, and its address; null between two. */
  readonly open: OpenScene | null;
  readonly address: Address | null;
  show(scene: Scene, backend: BackendChoice, initial: InitialState): Promise<void>;
  close(): Promise<void>;
  /** A person wants to see a scene; one that is there, or on its way, is not opened again. */
  choose(name: string): void;
  /** Resolves with what is open, once everything that was asked for is done. */
  settled(): Promise<Pick<SceneHost, 'open'>>;
  /** The whole address of what is seen, with these regions taken away or those that are. */
  link(hide?: readonly string[]): string;
  /** Does something once what was asked for before is done. */
  afterwards(act: () => Promise<void>): Promise<void>;
}

export interface SceneHostParts {
  readonly elements: PageElements;
  readonly views: Views;
  readonly theme: ThemeSwitch;
  readonly presentation: Presentation;
  readonly lessonMemory: LessonMemory;
  readonly notify: Session['notify'];
  complain(error: unknown): void;
  help(): void;
  /** The regions that are not shown. */
  hidden(): readonly string[];
  /** Whether back or forward is under way. */
  isFollowing(): boolean;
  /** Told of each session as it is opened. */
  opened(session: Session): void;
}

export function createSceneHost(parts: SceneHostParts): SceneHost {
  const { elements, views, theme, presentation, lessonMemory, notify, complain } = parts;
  let open: OpenScene | null = null;
  let address: Address | null = null;
  /** Opening takes a while; what was asked for last counts. */
  let opening: Promise<void> = Promise.resolve();
  const backendAfterLoss = createBackendAfterLoss();

  /**
   * Closes the scene and opens one, once what was asked for before is done.
   *
   * @param loss what is said of the GPU that was lost, if that is why
   * @param isWanted asked when it is its turn
   */
  function reopen(
    name: string,
    backend: BackendChoice,
    initial: InitialState,
    loss = '',
    isWanted = () => true,
  ): void {
    if (loss) notify(`${loss} The scene is being opened again.`);
    opening = opening
      .then(async () => {
        if (!isWanted()) return;
        await closeScene();
        await show(await loadScene(name), backend, initial);
        const where = open?.session.compute.kind === 'cpu' ? ', on the CPU' : '';
        if (loss) notify(`${loss} The scene was opened again where it was${where}.`);
      })
      .catch((error: unknown) => {
        complain(error);
        if (error instanceof DeviceLostError) reopen(name, 'cpu', initial, error.message);
        else if (backend !== 'auto') reopen(name, 'auto', initial, loss);
      });
  }

  const choice = createSceneChoice({
    current: () => open?.session.scene.name,
    async open(name, isWanted) {
      reopen(name, open?.backend ?? 'auto', {}, '', isWanted);
      await opening;
    },
    mark: (name) => markOpening(elements.scenes, name),
  });

  async function closeScene(): Promise<void> {
    address?.dispose();
    await open?.close();
    address = open = null;
  }

  async function show(scene: Scene, backend: BackendChoice, initial: InitialState): Promise<void> {
    const shown = await openScene({
      ...{ scene, backend, initial, elements, views, lessonMemory, notify },
      chooseBackend: (choice) => reopen(scene.name, choice, open ? valuesAndSpeed(open) : {}),
      openElsewhere: (page) => reopen(page.scene, backend, turnTo(page, lessonMemory)),
    });
    open = shown;
    window.meanfield = { session: shown.session };
    parts.opened(shown.session);
    const { hidden, isFollowing } = parts;
    address = mountAddress({ ...shown, theme, presentation, hidden, isFollowing });
    const sharing = sharingOf(shown.session, elements.stage, link);
    const acts = { openScene: choice.choose, ...sharing, openHelp: parts.help, complain };
    drawHeader(elements, tabs, scene.name, theme, acts);
    shown.lost
      .then((sentence) => {
        // Told before any step of it fails: it plays still, if it did.
        if (open !== shown) return;
        reopen(scene.name, backendAfterLoss(backend), carryOver(shown.session), sentence);
      })
      .catch(complain);
  }
  const link = (hide?: readonly string[]) => pageAddress(address?.link(hide) ?? location.hash);
  const tabs = sceneNames.map((name) => ({ name, title: sceneTitle(name) }));

  return {
    get open() {
      return open;
    },
    get address() {
      return address;
    },
    show,
    close: closeScene,
    choose: choice.choose,
    async settled() {
      // What fails to open asks for another opening.
      for (let last = null; last !== opening; await last) last = opening;
      return { open };
    },
    link,
    afterwards(act) {
      opening = opening.then(act).catch(complain);
      return opening;
    },
  };
}

/** What another backend goes on with. */
const valuesAndSpeed = ({ session }: OpenScene): InitialState => ({
  values: { ...session.values },
  speed: session.player.speed,
});

/** Has a page of another scene shown when that is opened; returns how it then begins. */
function turnTo(page: StoryPage, memory: LessonMemory): InitialState {
  memory.current = page.id;
  memory.isTurnedTo = true;
  // A page that sets its state up says itself what moves; the first one sets up nothing.
  const isFirst = sceneContents(page.scene)[0]?.id === page.id;
  return isFirst ? {} : { playing: false };
}
