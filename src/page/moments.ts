import type { SceneDefinition } from '../scenes/scene.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Shown } from '../view/scene-view.ts';
import type { Description } from '../world/description.ts';
import { lookAt } from '../world/look-at.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Player } from '../world/player.ts';
import type { World } from '../world/world.ts';
import { type BoundView, bindView } from './bind-view.ts';
import type { Entered } from './enter-scene.ts';
import { createSelection, type Selection } from './selection.ts';

/** What is shown of the world that is there; worked out once a change, for all that speak of it. */
export interface Moments<W extends World, D extends Description> {
  readonly view: BoundView;
  readonly selection: Selection;
  /** The moment of now; the same one until something changes. */
  moment(): SceneMoment<W, D>;
  changed(): void;
  /** Whether something has changed since it was asked last. */
  takeChange(): boolean;
  /** What is drawn of a player's world. */
  shown(player: Player): Shown;
}

/** Who wishes for less motion sees steps jump. */
const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** @param now the world that is there */
export function createMoments<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(
  { schedule, describe }: Pick<SceneDefinition<T, W, D>, 'schedule' | 'describe'>,
  now: () => Entered<W, D>,
): Moments<W, D> {
  let isChanged = true;
  let known: SceneMoment<W, D> | null = null;
  const view = bindView(() => now().view, moment);
  const selection = createSelection((row) => view.place(row) !== null, changed);

  function changed(): void {
    isChanged = true;
    known = null;
  }

  // Step by step the phases pass too quickly to be pictures.
  const phaseOf = (player: Player) => (player.byPhase ? player.phase : null);
  /** By phase something has to be looked at, even if nothing was picked. */
  const looked = (player: Player) => selection.picked ?? (player.byPhase ? now().fallback : null);
  const shown = (player: Player): Shown => ({
    progress: reducesMotion.matches ? 1 : player.progress,
    phase: phaseOf(player),
    picked: looked(player),
    hovered: selection.hovered,
  });

  function moment(): SceneMoment<W, D> {
    known ??= look();
    return known;
  }

  function look(): SceneMoment<W, D> {
    const { world, player } = now();
    const { playing, progress } = player;
    const [phase, row] = [phaseOf(player), looked(player)];
    lookAt(world, schedule, { row, isComing: phase !== null && progress === 1 });
    return Object.freeze({
      world,
      description: describe(world, { row, phase }),
      playing,
      isStill: shown(player).progress === 1 && (phase !== null || !playing),
      phase,
      picked: selection.picked,
      looked: row,
    });
  }

  return {
    view,
    selection,
    moment,
    changed,
    takeChange() {
      const was = isChanged;
      isChanged = false;
      return was;
    },
    shown,
  };
}
