import { InputError } from '../base/input-error.ts';
import { quoted } from '../base/quoted.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { BackendChoice } from '../gpu/open-backend.ts';
import { showNotice } from '../panel/notice.ts';
import { loadScene, type Scene, sceneNames, sceneTitle } from '../scenes/registry.ts';
import { applyState } from './apply-state.ts';
import { createBackendAfterLoss } from './backend-after-loss.ts';
import { carryOver } from './carry-over.ts';
import { describeFailure } from './describe-failure.ts';
import { listenToEmbedder } from './embed-host.ts';
import { openHelp } from './help-dialog.ts';
import { hideRegions } from './hide-regions.ts';
import { initialOf } from './initial-of.ts';
import { type KeyAction, listenToKeys } from './keys.ts';
import { createLessonMemory } from './lesson-place.ts';
import { type Address, mountAddress } from './mount-address.ts';
import { drawHeader } from './mount-header.ts';
import { type OpenScene, openScene } from './open-scene.ts';
import { pageAddress } from './page-address.ts';
import { findElements } from './page-elements.ts';
import { decodeState, emptyState, type PageState, sceneOf } from './page-state.ts';
import type { InitialState, Session } from './session.ts';
import { sharingOf } from './sharing.ts';
import { createSheets } from './sheets.ts';
import { createThemeSwitch } from './theme-switch.ts';
import { unreached } from './unreached.ts';

const firstScene = 'meanshift';
/** More at once nobody reads. */
const mostComplaints = 3;

/** Reads the address, opens its scene on what the page can compute on, and listens. */
export function openPage(): void {
  const elements = findElements();
  const theme = createThemeSwitch();
  const lessonMemory = createLessonMemory();
  const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let open: OpenScene | null = null;
  let address: Address | null = null;
  let hidden: readonly string[] = [];
  /** Back and forward that are under way: someone quick presses both. */
  let following = 0;
  /** Opening takes a while; what was asked for last counts. */
  let opening: Promise<void> = Promise.resolve();
  const backendAfterLoss = createBackendAfterLoss();

  const notify: Session['notify'] = (sentence, ...actions) =>
    showNotice(elements.notice, sentence, actions);
  const complain = (error: unknown) => {
    // Spoken of where the scene is opened again.
    if (error instanceof DeviceLostError) return;
    console.error(error);
    notify(describeFailure(error));
  };
  window.addEventListener('unhandledrejection', (event) => complain(event.reason));

  const embedder = listenToEmbedder({
    async session() {
      // What fails to open asks for another opening.
      for (let last = null; last !== opening; await last) last = opening;
      if (!open) throw new InputError('no scene could be opened here; ask for another one');
      return open.session;
    },
    address: () => here(),
    async openScene(name) {
      switchTo(name);
      await opening;
    },
  });

  /** The scene and the state that the address names; what it names wrongly is said. */
  async function readAddress() {
    const asked = sceneOf(location.hash);
    const isKnown = asked === null || sceneNames.includes(asked);
    const scene = await loadScene(isKnown && asked ? asked : firstScene);
    const { state, refused } = decodeState(location.hash, scene.parameters);
    const complaints = isKnown
      ? [...embedder.takeComplaints(), ...refused]
      : [`there is no scene ${quoted(asked)}; the scenes are ${sceneNames.join(', ')}`, ...refused];
    return { scene, state, complaints };
  }

  const backendOf = (state: PageState) => (state.backend ?? 'auto') as BackendChoice;

  /** What of a state is the page's own and not the scene's. */
  function applyPageState({ hide, theme: wanted }: PageState): void {
    hidden = hide;
    hideRegions(elements, hidden);
    refreshSheets();
    if (wanted) theme.show(wanted);
  }

  /** Opens the scene as an address says; where that cannot be, as it is by default. */
  async function showState(scene: Scene, state: PageState, complaints: string[]): Promise<void> {
    applyPageState(state);
    lessonMemory.current = state.page ?? '';
    try {
      await show(scene, backendOf(state), initialOf(state, !reducesMotion.matches));
    } catch (error) {
      if (error instanceof DeviceLostError) {
        await show(scene, 'cpu', initialOf(state, !reducesMotion.matches));
        notify(`${error.message} The scene is computed on the CPU.`);
        return;
      }
      // Wild values are nothing to look into.
      if (!(error instanceof RangeError || error instanceof InputError)) console.error(error);
      const byDefault = { ...emptyState, hide: state.hide };
      await show(scene, 'auto', initialOf(byDefault, !reducesMotion.matches));
      complaints.push(`${describeFailure(error)} The scene is shown as it is by default`);
      sayComplaints(byDefault, complaints);
      return;
    }
    sayComplaints(state, complaints);
  }

  function sayComplaints(state: PageState, complaints: readonly string[]): void {
    const all = [...complaints, ...(open ? unreached(open, state) : [])];
    const more = all.length > mostComplaints ? `; and ${all.length - mostComplaints} more` : '';
    if (all.length > 0) notify(`${all.slice(0, mostComplaints).join('; ')}${more}.`);
  }

  /** @param loss what is said of the GPU that was lost, if that is why */
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

  function switchTo(name: string): void {
    if (open?.session.scene.name !== name) reopen(name, open?.backend ?? 'auto', {});
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
    embedder.follow(shown.session);
    address = mountAddress({
      ...shown,
      theme,
      hidden: () => hidden,
      isFollowing: () => following > 0,
    });
    drawHeader(elements, tabs, scene.name, theme, {
      openScene: switchTo,
      ...sharingOf(shown.session, elements.stage, here),
      openHelp: help,
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
  const here = (hide?: readonly string[]) => pageAddress(address?.link(hide) ?? location.hash);
  const tabs = sceneNames.map((name) => ({ name, title: sceneTitle(name) }));

  /** What another backend goes on with. */
  const valuesAndSpeed = (): InitialState =>
    open ? { values: { ...open.session.values }, speed: open.session.player.speed } : {};

  /** Back and forward, or an address typed over this one. */
  function followAddress(): void {
    following += 1;
    opening = opening
      .then(async () => {
        const { scene, state, complaints } = await readAddress();
        const backend = backendOf(state);
        if (!open || open.session.scene.name !== scene.name || open.backend !== backend) {
          await closeScene();
          await showState(scene, state, complaints);
        } else {
          applyPageState(state);
          await applyState(open, state, !reducesMotion.matches);
          sayComplaints(state, complaints);
        }
      })
      .catch(complain)
      .finally(() => {
        following -= 1;
        address?.look();
      });
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
      act: () => switchTo(name),
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
  // Before the scene is there: no sheet for what the address takes away.
  applyPageState(decodeState(location.hash, {}).state);
  opening = readAddress()
    .then(async ({ scene, state, complaints }) => {
      await showState(scene, state, complaints);
    })
    .catch(complain);
}
