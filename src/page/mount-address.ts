import type { ParameterTable } from '../world/parameters.ts';
import type { LessonPlace } from './lesson-place.ts';
import { decodeState, emptyState, encodeState, type PageState } from './page-state.ts';
import type { Session } from './session.ts';
import type { ThemeSwitch } from './theme-switch.ts';

export interface AddressParts {
  readonly session: Session;
  readonly lesson: LessonPlace;
  readonly theme: ThemeSwitch;
  readonly backend: string;
  readonly hide: readonly string[];
}

/** Browsers allow about a hundred changes of the address in half a minute. */
const restMs = 400;

/** What of the state makes a new entry in the browser's history: going back returns to it. */
function discrete({ scene, page, values, backend }: PageState, table: ParameterTable): string {
  const resets = Object.entries(table).filter(([, { effect }]) => effect === 'reset');
  const data = resets.map(([name, parameter]) => values[name] ?? parameter.default);
  return JSON.stringify([scene, page, backend, data]);
}

export interface Address {
  /** The address of the state of now. */
  now(): string;
  /** While the state follows the address, the address does not follow the state. */
  hold(isHeld: boolean): void;
  dispose(): void;
}

/** Keeps the page's address in step with its state. */
export function mountAddress(parts: AddressParts): Address {
  const { session, lesson, theme, backend, hide } = parts;
  const table = session.scene.parameters;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const now = () => encodeState(stateOf({ session, lesson, theme, backend, hide }), table);

  let held = false;

  function write(): void {
    timer = null;
    if (held) return;
    const address = now();
    if (address === location.hash) return;
    // Compared with the address itself: after going back they agree, and nothing is pushed.
    const { state } = decodeState(location.hash, table);
    const there = discrete({ ...state, scene: state.scene ?? session.scene.name }, table);
    const isSame = there === discrete(stateOf(parts), table);
    if (isSame) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
  }
  const soon = () => {
    timer ??= setTimeout(write, restMs);
  };
  const ends = [session.subscribe(soon), lesson.subscribe(soon)];
  theme.subscribe(soon);
  return {
    now,
    hold(isHeld) {
      held = isHeld;
      if (!isHeld) soon();
    },
    dispose() {
      for (const end of ends) end();
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function stateOf({ session, lesson, theme, backend, hide }: AddressParts): PageState {
  const { player, world, picked, stage, scene, values } = session;
  return {
    ...emptyState,
    scene: scene.name,
    backend: backend === 'auto' ? null : backend,
    values,
    // While it plays the step changes all the time; at rest it is where playing ends anyway.
    step: player.playing || (world.atRest && world.step > 0) ? null : world.step,
    speed: player.speed === 2 ? null : player.speed,
    byPhase: player.byPhase,
    picked,
    view: stage.camera.view,
    page: lesson.current === session.page.lesson[0]?.id ? null : lesson.current || null,
    theme: theme.choice === 'system' ? null : theme.choice,
    hide,
  };
}
