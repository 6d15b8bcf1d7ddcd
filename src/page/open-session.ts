import { InputError } from '../base/input-error.ts';
import type { Backend } from '../gpu/backend.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { NoticeAction } from '../panel/notice.ts';
import type { Scene } from '../scenes/registry.ts';
import type { SceneDefinition } from '../scenes/scene.ts';
import { createChangeWatcher } from '../view/change-watcher.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Shown } from '../view/scene-view.ts';
import type { Stage } from '../view/stage.ts';
import { currentTheme } from '../view/theme.ts';
import type { Description } from '../world/description.ts';
import type { Past } from '../world/history.ts';
import { lookAt } from '../world/look-at.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { Player } from '../world/player.ts';
import type { World } from '../world/world.ts';
import { bindPage } from './bind-page.ts';
import { bindView } from './bind-view.ts';
import { describeFailure } from './describe-failure.ts';
import { createScenePlace } from './scene-place.ts';
import { createSelection } from './selection.ts';
import type { InitialState, Session } from './session.ts';
import { ownValues, type Values } from './values-owner.ts';
import { walkPast } from './walk-past.ts';
import { walkToStep } from './walk-to-step.ts';

export interface SessionParts {
  readonly scene: Scene;
  readonly compute: Backend;
  readonly stage: Stage;
  /** Shows a sentence to the person, and what can be answered; empty takes it away. */
  notify(sentence: string, ...actions: readonly NoticeAction[]): void;
  /** Told when the scene is being entered again, and when it is there. */
  entering(isUnderWay: boolean): void;
  readonly initial: InitialState;
}

/** Who wishes for less motion sees steps jump. */
const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Opens a scene on the stage. */
export const openSession = (parts: SessionParts): Promise<Session> =>
  parts.scene.visit((scene) => openTyped(scene, parts));

async function openTyped<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, parts: SessionParts): Promise<Session> {
  const { compute, stage, notify, initial } = parts;
  const { page } = await scene.page();
  const values = ownValues(scene.parameters, initial.values);
  const listeners = new Set<() => void>();
  const isOtherPicture = createChangeWatcher();
  let isChanged = true;
  let known: SceneMoment<W, D> | null = null;
  let loss: DeviceLostError | null = null;

  function changed(): void {
    isChanged = true;
    known = null;
  }

  function failed(error: unknown): void {
    if (error instanceof DeviceLostError) {
      // The page speaks of it, and opens the scene again.
      loss = error;
      return;
    }
    // What a person asked for and cannot have is no fault of the page.
    if (!(error instanceof InputError)) console.error(error);
    notify(describeFailure(error));
    changed();
  }

  // Step by step the phases pass too quickly to be pictures.
  const phaseOf = (player: Player) => (player.byPhase ? player.phase : null);
  const shownOf = (player: Player): Shown => ({
    progress: reducesMotion.matches ? 1 : player.progress,
    phase: phaseOf(player),
    picked: looked(player),
    hovered: selection.hovered,
  });
  /** By phase something has to be looked at, even if nothing was picked. */
  const looked = (player: Player) =>
    selection.picked ?? (player.byPhase ? place.now.fallback : null);

  function setValues(wanted: Values): void {
    const effects = values.take(wanted);
    if (effects.size === 0) return;
    notify('');
    // A world that is being entered was given the values of before.
    const isGone = place.isEntering && effects.has('live');
    if (effects.has('reset') || isGone) place.enterAgain();
    else if (effects.has('live')) place.now.player.valuesChanged();
    changed();
  }

  const moment = (): SceneMoment<W, D> => {
    known ??= look();
    return known;
  };
  const view = bindView(() => place.now.view, moment);
  const selection = createSelection((row) => view.place(row) !== null, changed);
  const place = await createScenePlace({
    scene,
    page,
    compute,
    stage,
    values,
    speed: initial.speed ?? 2,
    byPhase: initial.byPhase ?? false,
    past: initial.past as Past<W['values']> | undefined,
    playsAgain: () => !reducesMotion.matches,
    shown: shownOf,
    setValues,
    entering: parts.entering,
    replaced: selection.clear,
    changed,
    failed,
  });

  /** Looks at the world once for all that speak of it. */
  function look(): SceneMoment<W, D> {
    const { world, player } = place.now;
    const { playing, progress } = player;
    const [phase, row] = [phaseOf(player), looked(player)];
    lookAt(world, scene.schedule, { row, isComing: phase !== null && progress === 1 });
    return Object.freeze({
      world,
      description: scene.describe(world, { row, phase }),
      playing,
      isStill: shownOf(player).progress === 1 && (phase !== null || !playing),
      phase,
      picked: selection.picked,
      looked: row,
    });
  }

  const goToStep: Session['goToStep'] = (step, valueChanges = []) =>
    walkToStep(place.now.player, step, valueChanges, notify);

  function showPhase(phase: number): void {
    const { player } = place.now;
    // The last phase is the motion, which is not stood still at.
    const last = Math.min(phase, scene.phases.length - 2);
    for (let i = 0; player.byPhase && i <= last; i++) player.forward();
  }

  const walk = async () => {
    if (initial.step) await goToStep(initial.step, initial.valueChanges);
  };
  if (initial.past) await walkPast({ ...place.now, walk, step: initial.step ?? 0 });
  else await walk();
  if (loss) {
    await place.leave();
    throw loss;
  }
  if (typeof initial.phase === 'number') showPhase(initial.phase);
  if (initial.view) stage.camera.show(initial.view);
  selection.pick(initial.picked ?? null);
  if (initial.playing ?? !reducesMotion.matches) place.now.player.play();

  return {
    scene: parts.scene,
    page: bindPage(page, moment),
    compute,
    stage,
    notify,
    changed,
    setValues,
    view,
    moment,
    goToStep,
    showPhase,
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
      player.advance(ms);
      const shown = Object.values(shownOf(player));
      const isOther = isOtherPicture(stage.looks, currentTheme(), ...shown);
      // A picture that stands still costs nothing.
      if (!isChanged && !isOther) return;
      if (isChanged) {
        isChanged = false;
        moment();
        for (const listener of listeners) listener();
      }
      place.now.view.draw(shownOf(player));
      stage.render();
    },
    settled: place.settled,
    async dispose() {
      await place.leave();
      listeners.clear();
    },
  };
}
