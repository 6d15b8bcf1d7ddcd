import { InputError } from '../base/input-error.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { BackendChoice } from '../gpu/open-backend.ts';
import { showNotice } from '../panel/notice.ts';
import type { EmbeddedPage } from './answer-embed-request.ts';
import { applyState } from './apply-state.ts';
import { asksForPage } from './asks-for-page.ts';
import { describeFailure } from './describe-failure.ts';
import { listenToEmbedder } from './embed-host.ts';
import { openHelp } from './help-dialog.ts';
import { hideRegions } from './hide-regions.ts';
import { initialOf } from './initial-of.ts';
import { listenToKeys } from './keys.ts';
import { createLessonMemory } from './lesson-place.ts';
import { findElements } from './page-elements.ts';
import { pageKeys } from './page-keys.ts';
import { decodeState, emptyState, type PageState } from './page-state.ts';
import { createPresentation } from './presentation.ts';
import { type ReadAddress, readAddress } from './read-address.ts';
import { createSceneHost, type SceneHost } from './scene-host.ts';
import type { Session } from './session.ts';
import { tellFailure } from './tell-failure.ts';
import { createThemeSwitch } from './theme-switch.ts';
import { unreached } from './unreached.ts';
import { createViews } from './views.ts';

/** More at once nobody reads. */
const mostComplaints = 3;

/** Reads the address, opens its scene on what the page can compute on, and listens. */
export function openPage(): void {
  const elements = findElements();
  const theme = createThemeSwitch();
  const lessonMemory = createLessonMemory();
  const views = createViews(elements);
  const presentation = createPresentation(elements);
  const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const plays = () => !reducesMotion.matches;
  let hidden: readonly string[] = [];
  /** Back and forward that are under way: someone quick presses both. */
  let following = 0;
  const notify: Session['notify'] = (sentence, ...actions) =>
    showNotice(elements.notice, sentence, actions);
  const complain = (error: unknown) => tellFailure(error, notify);
  window.addEventListener('unhandledrejection', (event) => complain(event.reason));

  const help = () => openHelp(elements.help as HTMLDialogElement, keys);
  const shared = { elements, views, theme, presentation, lessonMemory, notify, complain, help };
  const host = createSceneHost({
    ...shared,
    hidden: () => hidden,
    isFollowing: () => following > 0,
    opened: (session) => embedder.follow(session),
  });
  const embedder = listenToEmbedder(embeddedPage(host));

  /** What of a state is the page's own and not the scene's. */
  function applyPageState({ hide, theme: wanted, present }: PageState): void {
    hidden = hide;
    presentation.show(present);
    hideRegions(elements, hidden);
    views.refresh();
    if (wanted) theme.show(wanted);
  }

  /** Opens the scene as an address says; where that cannot be, as it is by default. */
  async function showState({ scene, state, complaints }: ReadAddress): Promise<void> {
    applyPageState(state);
    lessonMemory.current = state.page ?? '';
    if (asksForPage(state)) lessonMemory.begins = plays() ? 'playing' : 'at rest';
    try {
      await host.show(scene, backendOf(state), initialOf(state, plays()));
    } catch (error) {
      if (error instanceof DeviceLostError) {
        await host.show(scene, 'cpu', initialOf(state, plays()));
        notify(`${error.message} The scene is computed on the CPU.`);
        return;
      }
      const byDefault = { ...emptyState, hide: state.hide };
      await host.show(scene, 'auto', initialOf(byDefault, plays()));
      sayComplaints(byDefault, [...complaints, whyByDefault(error)]);
      return;
    }
    sayComplaints(state, complaints);
  }

  function sayComplaints(state: PageState, complaints: readonly string[]): void {
    const all = [...complaints, ...(host.open ? unreached(host.open, state) : [])];
    if (all.length > 0) notify(inOneSentence(all));
  }

  /** Back and forward, or an address typed over this one. */
  function followAddress(): void {
    following += 1;
    host
      .afterwards(async () => {
        const read = await readAddress(embedder.takeComplaints());
        const { scene, state, complaints } = read;
        const { open } = host;
        if (open?.session.scene.name !== scene.name || open.backend !== backendOf(state)) {
          await host.close();
          await showState(read);
        } else {
          applyPageState(state);
          await applyState(open, state, plays());
          sayComplaints(state, complaints);
        }
      })
      .finally(() => {
        following -= 1;
        host.address?.look();
      })
      .catch(complain);
  }

  const present = () => presentation.show(!presentation.isOn);
  const keys = pageKeys({
    session: () => host.open?.session,
    whenThere(act) {
      if (following === 0) act();
      else host.afterwards(async () => act()).catch(complain);
    },
    openScene: host.choose,
    present,
    help,
  });

  listenToKeys(keys);
  window.addEventListener('popstate', followAddress);
  // Before the scene is there: no sheet for what the address takes away.
  applyPageState(decodeState(location.hash, {}).state);
  host
    .afterwards(async () => showState(await readAddress(embedder.takeComplaints())))
    .catch(complain);
}

/** What a page that embeds this one can ask of it. */
const embeddedPage = (host: SceneHost): EmbeddedPage => ({
  async session() {
    const { open } = await host.settled();
    if (!open) throw new InputError('no scene could be opened here; ask for another one');
    return open.session;
  },
  address: () => host.link(),
  async openScene(name) {
    host.choose(name);
    await host.settled();
  },
});

const backendOf = (state: PageState) => (state.backend ?? 'auto') as BackendChoice;

function whyByDefault(error: unknown): string {
  // Wild values are nothing to look into.
  if (!(error instanceof RangeError || error instanceof InputError)) console.error(error);
  return `${describeFailure(error).replace(/\.$/, '')}. The scene is shown as it is by default`;
}

function inOneSentence(complaints: readonly string[]): string {
  const more = complaints.length - mostComplaints;
  const said = complaints.slice(0, mostComplaints).join('; ');
  return more > 0 ? `${said}; and ${more} more.` : `${said}.`;
}
