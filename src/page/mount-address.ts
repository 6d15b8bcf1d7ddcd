import type { ParameterTable } from '../world/parameters.ts';
import { changesUpTo } from './address-changes.ts';
import type { LessonPlace } from './lesson-place.ts';
import { decodeState, emptyState, encodeState, type PageState } from './page-state.ts';
import type { Presentation } from './presentation.ts';
import { restsOnOpening } from './rests-on-opening.ts';
import type { Session } from './session.ts';
import type { ThemeSwitch } from './theme-switch.ts';

export interface AddressParts {
  readonly session: Session;
  readonly lesson: LessonPlace;
  readonly theme: ThemeSwitch;
  readonly presentation: Presentation;
  readonly backend: string;
  /** While the state follows the address, the address does not follow the state. */
  isFollowing(): boolean;
  /** The regions that are taken away now. */
  hidden(): readonly string[];
}

/** Browsers allow about a hundred changes of the address in half a minute. */
const restMs = 400;
/** Turning a knob is one change, however many values it passes. */
const turnMs = 1500;

/** A new place, or new data, is a new entry in the browser's history: going back returns to it. */
const placeOf = ({ scene, page, backend }: PageState) => JSON.stringify([scene, page, backend]);
const dataOf = ({ values }: PageState, table: ParameterTable) =>
  JSON.stringify(
    Object.entries(table)
      .filter(([, { effect }]) => effect === 'reset')
      .map(([name, parameter]) => values[name] ?? parameter.default),
  );

export interface Address {
  /**
   * The address of the picture of now, also where the scene has come to rest.
   *
   * @param hide the regions that it takes away; those that are taken away now, if not given
   */
  link(hide?: readonly string[]): string;
  /** Looks soon whether the address still says what the state is. */
  look(): void;
  dispose(): void;
}

/** Keeps the page's address in step with its state. */
export function mountAddress(parts: AddressParts): Address {
  const { session, lesson, theme, presentation } = parts;
  const table = session.scene.parameters;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastChange = Number.NEGATIVE_INFINITY;

  function write(): void {
    timer = null;
    if (parts.isFollowing()) return;
    const now = stateOf(parts);
    const address = encodeState(now, table);
    if (address === location.hash) return;
    // Compared with the address itself: after going back they agree, and nothing is pushed.
    const { state } = decodeState(location.hash, table);
    const there = { ...state, scene: state.scene ?? session.scene.name };
    const isTurned = dataOf(there, table) !== dataOf(now, table);
    const isOneTurn = performance.now() - lastChange < turnMs;
    if (isTurned) lastChange = performance.now();
    const isNew = placeOf(there) !== placeOf(now) || (isTurned && !isOneTurn);
    if (isNew) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  }
  const soon = () => {
    timer ??= setTimeout(write, restMs);
  };
  const ends = [session, lesson, theme, presentation].map((it) => it.subscribe(soon));
  return {
    link: (hide = parts.hidden()) => {
      const step = session.player.playing ? null : session.world.step;
      const now = stateOf(parts);
      return encodeState(
        { ...now, hide, step, playing: now.page !== null && step === null },
        table,
      );
    },
    look: soon,
    dispose() {
      for (const end of ends) end();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function stateOf(parts: AddressParts): PageState {
  const { session, lesson, theme, presentation, backend, hidden } = parts;
  const { player, world, picked, stage, scene, values, history, opening } = session;
  const valueChanges = player.playing
    ? []
    : changesUpTo(world.step, history, values, scene.parameters);
  // At rest a scene is where playing ends anyway, unless a knob was turned on the way or a phase is shown.
  const phase = player.playing || !player.byPhase || player.progress < 1 ? null : player.phase;
  const shownPage = session.page.lesson.find(({ id }) => id === lesson.current);
  const isWherePlayingEnds =
    world.atRest &&
    world.step > 0 &&
    valueChanges.length === 0 &&
    phase === null &&
    !(shownPage && restsOnOpening(shownPage));
  // While it plays the step changes all the time, and while it opens it is about to.
  const step = player.playing || opening.isUnderWay || isWherePlayingEnds ? null : world.step;
  const page = lesson.current === session.page.lesson[0]?.id ? null : lesson.current || null;
  return {
    ...emptyState,
    scene: scene.name,
    backend: backend === 'auto' ? null : backend,
    values,
    step,
    valueChanges,
    speed: player.speed === 2 ? null : player.speed,
    byPhase: player.byPhase,
    phase,
    picked,
    view: stage.camera.view,
    page,
    playing: page !== null && step === null,
    theme: theme.choice === 'system' ? null : theme.choice,
    hide: hidden(),
    present: presentation.isOn,
  };
}
