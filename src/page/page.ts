import type { BackendChoice } from '../gpu/open-backend.ts';
import { showNotice } from '../panel/notice.ts';
import { loadScene, sceneNames, sceneTitle } from '../scenes/registry.ts';
import { defaultValues } from '../world/parameters.ts';
import { openHelp } from './help-dialog.ts';
import { hideRegions } from './hide-regions.ts';
import { type KeyAction, listenToKeys } from './keys.ts';
import { createLessonMemory } from './lesson-place.ts';
import { type Address, mountAddress } from './mount-address.ts';
import { drawHeader } from './mount-header.ts';
import { type OpenScene, openScene } from './open-scene.ts';
import { findElements } from './page-elements.ts';
import { decodeState, type PageState, sceneOf } from './page-state.ts';
import { savePicture } from './save-picture.ts';
import type { InitialState, Session } from './session.ts';
import { createSheets } from './sheets.ts';
import { createThemeSwitch } from './theme-switch.ts';

declare global {
  interface Window {
    /** The console's door to what runs on the page, for teachers and tests. */
    meanfield?: { readonly session: Session };
  }
}

const firstScene = 'meanshift';

/** Reads the address, opens its scene on what the page can compute on, and listens. */
export function openPage(): void {
  const elements = findElements();
  const theme = createThemeSwitch();
  const lessonMemory = createLessonMemory();
  const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let open: OpenScene | null = null;
  let address: Address | null = null;
  /** Opening takes a while; what was asked for last counts. */
  let opening: Promise<void> = Promise.resolve();

  const say: Session['say'] = (sentence, ...actions) =>
    showNotice(elements.notice, sentence, actions);
  const complain = (error: unknown) => {
    console.error(error);
    say(error instanceof Error ? error.message : String(error));
  };
  window.addEventListener('unhandledrejection', (event) => complain(event.reason));

  /** The scene and the state that the address names; what it names wrongly is said. */
  async function readAddress() {
    const asked = sceneOf(location.hash);
    const isKnown = asked === null || sceneNames.includes(asked);
    const scene = await loadScene(isKnown && asked ? asked : firstScene);
    const { state, refused } = decodeState(location.hash, scene.parameters);
    const complaints = isKnown
      ? refused
      : [`there is no scene “${asked}”; the scenes are ${sceneNames.join(', ')}`, ...refused];
    return { scene, state, complaints };
  }

  const initialOf = (state: PageState): InitialState => ({
    values: { ...state.values },
    picked: state.picked,
    byPhase: state.byPhase,
    view: state.view,
    ...(state.speed === null ? {} : { speed: state.speed }),
    ...(state.step === null ? {} : { step: state.step }),
    playing: state.step === null && !reducesMotion.matches,
  });

  function reopen(sceneName: string, backend: BackendChoice, initial: InitialState): void {
    opening = opening
      .then(async () => {
        await closeScene();
        await show(await loadScene(sceneName), backend, initial, []);
      })
      .catch(async (error: unknown) => {
        complain(error);
        if (backend !== 'auto') reopen(sceneName, 'auto', initial);
      });
  }

  async function closeScene(): Promise<void> {
    address?.dispose();
    await open?.close();
    address = open = null;
  }

  async function show(
    scene: Awaited<ReturnType<typeof loadScene>>,
    backend: BackendChoice,
    initial: InitialState,
    hide: readonly string[],
  ): Promise<void> {
    const hidden = hide.length > 0 ? hide : hiddenNow;
    hiddenNow = hidden;
    hideRegions(elements, hidden);
    refreshSheets();
    const shown = await openScene({
      scene,
      backend,
      initial,
      elements,
      lessonMemory,
      say,
      chooseBackend: (choice) => reopen(scene.name, choice, carryOver()),
    });
    open = shown;
    window.meanfield = { session: shown.session };
    address = mountAddress({ ...shown, theme, hide: hidden });
    drawHeader(elements, tabs, scene.name, theme, {
      openScene: (name) => name !== scene.name && reopen(name, backend, {}),
      copyLink: () => navigator.clipboard.writeText(location.href.split('#')[0] + address?.now()),
      savePicture: () =>
        savePicture(shown.session.stage, `${scene.name}-step-${shown.session.world.step}.png`),
      openHelp: help,
      complain,
    });
    shown.lost
      .then((sentence) => {
        if (open !== shown) return;
        say(`${sentence} The scene was opened again.`);
        reopen(scene.name, backend, carryOver());
      })
      .catch(complain);
  }
  let hiddenNow: readonly string[] = [];
  const tabs = sceneNames.map((name) => ({ name, title: sceneTitle(name) }));

  /** What another backend goes on with. */
  const carryOver = (): InitialState =>
    open ? { values: { ...open.session.values }, speed: open.session.player.speed } : {};

  /** Back and forward, or an address typed over this one. */
  function followAddress(): void {
    address?.hold(true);
    opening = opening
      .then(async () => {
        const { scene, state, complaints } = await readAddress();
        const backend = (state.backend ?? 'auto') as BackendChoice;
        if (!open || open.session.scene.name !== scene.name || open.backend !== backend) {
          await closeScene();
          await show(scene, backend, initialOf(state), state.hide);
        } else {
          await applyState(open, state);
        }
        if (complaints.length > 0) say(complaints.join('. '));
      })
      .catch(complain)
      .finally(() => address?.hold(false));
  }

  async function applyState({ session, lesson }: OpenScene, state: PageState): Promise<void> {
    hiddenNow = state.hide;
    hideRegions(elements, hiddenNow);
    refreshSheets();
    session.setValues({ ...defaultValues(session.scene.parameters), ...state.values });
    await session.settled();
    session.player.byPhase = state.byPhase;
    session.player.speed = state.speed ?? 2;
    if (state.step !== null) await session.goToStep(state.step);
    session.pick(state.picked);
    if (state.view) session.stage.camera.show(state.view);
    else session.stage.camera.showAll();
    lesson.show(state.page ?? session.page.lesson[0]?.id ?? '');
  }

  const player = () => open?.session.player;
  const keys: readonly KeyAction[] = [
    {
      key: ' ',
      help: 'play or pause',
      act: () => (player()?.playing ? player()?.pause() : player()?.play()),
    },
    { key: '.', help: 'one step, or one phase', act: () => player()?.forward() },
    { key: ',', help: 'one step back, or one phase', act: () => player()?.back() },
    { key: 'r', help: 'back to the beginning', act: () => player()?.goTo(0) },
    { key: 'f', help: 'fit everything', act: () => open?.session.stage.camera.showAll() },
    ...sceneNames.slice(0, 9).map((name, i) => ({
      key: String(i + 1),
      help: `the scene “${sceneTitle(name)}”`,
      act: () => {
        if (open?.session.scene.name !== name) reopen(name, open?.backend ?? 'auto', {});
      },
    })),
    { key: '?', help: 'this help', act: () => help() },
  ];
  const help = () => openHelp(elements.help as HTMLDialogElement, keys);

  listenToKeys(keys);
  const refreshSheets = createSheets(elements['sheet-bar'], elements.stage, [
    { label: 'Lesson', element: elements.learn },
    { label: 'Controls', element: elements.controls },
  ]);
  window.addEventListener('popstate', followAddress);
  opening = readAddress()
    .then(async ({ scene, state, complaints }) => {
      if (state.theme) theme.choose(state.theme);
      const backend = (state.backend ?? 'auto') as BackendChoice;
      if (state.page) lessonMemory.current = state.page;
      await show(scene, backend, initialOf(state), state.hide);
      if (complaints.length > 0) say(complaints.join('. '));
    })
    .catch(complain);
}
