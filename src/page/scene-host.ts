import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { BackendChoice } from '../gpu/open-backend.ts';
import { loadScene, type Scene, sceneNames, sceneTitle } from '../scenes/registry.ts';
import { createBackendAfterLoss } from './backend-after-loss.ts';
import { carryOver } from './carry-over.ts';
import { copyText } from './copy-text.ts';
import type { LessonMemory } from './lesson-place.ts';
import { type Address, mountAddress } from './mount-address.ts';
import { drawHeader } from './mount-header.ts';
import { type OpenScene, openScene } from './open-scene.ts';
import type { PageElements } from './page-elements.ts';
import { savePicture } from './save-picture.ts';
import type { InitialState, Session } from './session.ts';
import type { ThemeSwitch } from './theme-switch.ts';

/** Where scenes are opened and closed: one at a time, in the order in which they were asked for. */
export interface SceneHost {
  /** The scene that is open, and its address; null between two. */
  readonly open: OpenScene | null;
  readonly address: Address | null;
  show(scene: Scene, backend: BackendChoice, initial: InitialState): Promise<void>;
  close(): Promise<void>;
  /**
   * Closes the scene and opens one, once what was asked for before is done.
   *
   * @param loss what is said of the GPU that was lost, if that is why
   */
  reopen(name: string, backend: BackendChoice, initial: InitialState, loss?: string): void;
  /** Does something once what was asked for before is done. */
  afterwards(act: () => Promise<void>): Promise<void>;
}

export interface SceneHostParts {
  readonly elements: PageElements;
  readonly theme: ThemeSwitch;
  readonly lessonMemory: LessonMemory;
  readonly notify: Session['notify'];
  complain(error: unknown): void;
  help(): void;
  /** The regions that are not shown. */
  hidden(): readonly string[];
  /** Whether back or forward is under way. */
  isFollowing(): boolean;
}

export function createSceneHost(parts: SceneHostParts): SceneHost {
  const { elements, theme, lessonMemory, notify, complain } = parts;
  let open: OpenScene | null = null;
  let address: Address | null = null;
  /** Opening takes a while; what was asked for last counts. */
  let opening: Promise<void> = Promise.resolve();
  const backendAfterLoss = createBackendAfterLoss();

  function reopen(name: string, backend: BackendChoice, initial: InitialState, loss = ''): void {
    if (loss) notify(`${loss} The scene is being opened again.`);
    opening = opening
      .then(async () => {
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

  async function closeScene(): Promise<void> {
    address?.dispose();
    await open?.close();
    address = open = null;
  }

  async function show(scene: Scene, backend: BackendChoice, initial: InitialState): Promise<void> {
    const shown = await openScene({
      scene,
      backend,
      initial,
      elements,
      lessonMemory,
      notify,
      chooseBackend: (choice) => reopen(scene.name, choice, valuesAndSpeed()),
    });
    open = shown;
    window.meanfield = { session: shown.session };
    address = mountAddress({
      ...shown,
      theme,
      hidden: parts.hidden,
      isFollowing: parts.isFollowing,
    });
    drawHeader(elements, tabs, scene.name, theme, {
      openScene: (name) => name !== scene.name && reopen(name, backend, {}),
      copyLink: () => copyText(location.href.split('#')[0] + address?.link()),
      savePicture: () =>
        savePicture(shown.session.stage, `${scene.name}-step-${shown.session.world.step}.png`),
      openHelp: parts.help,
      complain,
    });
    shown.lost
      .then((sentence) => {
        // Told before any step of it fails: it plays still, if it did.
        if (open !== shown) return;
        reopen(scene.name, backendAfterLoss(backend), carryOver(shown.session), sentence);
      })
      .catch(complain);
  }
  const tabs = sceneNames.map((name) => ({ name, title: sceneTitle(name) }));

  /** What another backend goes on with. */
  const valuesAndSpeed = (): InitialState =>
    open ? { values: { ...open.session.values }, speed: open.session.player.speed } : {};

  return {
    get open() {
      return open;
    },
    get address() {
      return address;
    },
    show,
    close: closeScene,
    reopen,
    afterwards(act) {
      opening = opening.then(act).catch(complain);
      return opening;
    },
  };
}
