import type { Scene } from '../scenes/registry.ts';
import type { SceneDefinition } from '../scenes/scene.ts';
import { createChangeWatcher } from '../view/change-watcher.ts';
import { currentTheme } from '../view/theme.ts';
import type { Description } from '../world/description.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Player } from '../world/player.ts';
import type { World } from '../world/world.ts';
import type { Moments } from './moments.ts';
import type { ScenePlace } from './scene-place.ts';
import type { Session } from './session.ts';
import type { ValuesOwner } from './values-owner.ts';
import { walkToStep } from './walk-to-step.ts';

export interface SessionSources<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
> extends Pick<
    Session,
    'page' | 'setValues' | 'notify' | 'compute' | 'stage' | 'opening' | 'transit'
  > {
  readonly scene: SceneDefinition<T, W, D>;
  readonly values: ValuesOwner<ParameterValues<T>>;
  readonly place: ScenePlace<W, D>;
  readonly moments: Moments<W, D>;
  /** The scene as it is known by its name. */
  readonly named: Scene;
}

/** A session of what is there. */
export function sessionOf<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>({
  scene,
  page,
  values,
  place,
  moments,
  setValues,
  notify,
  compute,
  stage,
  opening,
  transit,
  named,
}: SessionSources<T, W, D>): Session {
  const { view, selection, moment, changed } = moments;
  const listeners = new Set<() => void>();
  const isOtherPicture = createChangeWatcher();
  return {
    scene: named,
    page,
    compute,
    stage,
    opening,
    transit,
    notify,
    changed,
    setValues,
    view,
    moment,
    goToStep: (step, valueChanges = []) => walkToStep(place.now.player, step, valueChanges, notify),
    showPhase: (phase) => showPhase(place.now.player, Math.min(phase, scene.phases.length - 2)),
    readings: scene.monitors.map((monitor) => ({
      ...monitor,
      read: () => monitor.read(moment().description),
    })),
    costOf: (given) => scene.cost?.({ ...values.now, ...given }, compute) ?? null,
    get values() {
      return values.record;
    },
    get world() {
      return place.now.world;
    },
    get player() {
      return place.now.player;
    },
    get history() {
      return place.now.history;
    },
    get isEntering() {
      return place.isEntering;
    },
    get picked() {
      return selection.picked;
    },
    get hovered() {
      return selection.hovered;
    },
    get description() {
      return moment().description;
    },
    pick: selection.pick,
    hover: selection.hover,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame(ms) {
      if (place.isEmpty) return;
      const { player } = place.now;
      opening.advance(ms);
      player.advance(ms);
      transit.advance(ms);
      stage.camera.advance(ms);
      const isChanged = moments.takeChange();
      const shown = Object.values(moments.shown(player));
      const isOther = isOtherPicture(stage.looks, currentTheme(), transit.part, ...shown);
      // A picture that stands still costs nothing.
      if (!isChanged && !isOther) return;
      if (isChanged) {
        moment();
        for (const listener of listeners) listener();
      }
      place.now.view.draw(moments.shown(player));
      stage.render();
    },
    settled: place.settled,
    async dispose() {
      opening.end();
      transit.end();
      await place.leave();
      listeners.clear();
    },
  };
}

/** @param last the motion, which comes after all others, is not stood still at */
function showPhase(player: Player, last: number): void {
  for (let i = 0; player.byPhase && i <= last; i++) player.forward();
}
