import type { LessonPlace } from './lesson-place.ts';
import { emptyState, encodeState, type PageState } from './page-state.ts';
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
const discrete = ({ scene, page, values, backend }: PageState, resets: readonly string[]) =>
  JSON.stringify([scene, page, backend, resets.map((name) => values[name] ?? null)]);

export interface Address {
  /** The address of the state of now. */
  now(): string;
  dispose(): void;
}

/** Keeps the page's address in step with its state. */
export function mountAddress(parts: AddressParts): Address {
  const { session, lesson, theme, backend, hide } = parts;
  const table = session.scene.parameters;
  const resets = Object.keys(table).filter((name) => table[name].effect === 'reset');
  let timer: ReturnType<typeof setTimeout> | null = null;
  let written = discrete(stateOf(parts), resets);

  const now = () => encodeState(stateOf({ session, lesson, theme, backend, hide }), table);

  function write(): void {
    timer = null;
    const address = now();
    const place = discrete(stateOf(parts), resets);
    if (address === location.hash) return;
    if (place === written) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    written = place;
  }
  const soon = () => {
    timer ??= setTimeout(write, restMs);
  };
  const ends = [session.subscribe(soon), lesson.subscribe(soon)];
  theme.subscribe(soon);
  return {
    now,
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
