import type { Backend } from '../gpu/backend.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { NoticeAction } from '../panel/notice.ts';
import type { Scene } from '../scenes/registry.ts';
import type { SceneDefinition } from '../scenes/scene.ts';
import type { Stage } from '../view/stage.ts';
import type { Description } from '../world/description.ts';
import type { Past } from '../world/history.ts';
import type { ParameterTable, ParameterValues } from '../world/parameters.ts';
import type { World } from '../world/world.ts';
import { beginPicture, walkToBeginning } from './begin-session.ts';
import { bindPage } from './bind-page.ts';
import { createMoments, type Moments } from './moments.ts';
import { createOpening } from './opening.ts';
import { createScenePlace } from './scene-place.ts';
import type { InitialState, Session } from './session.ts';
import { sessionOf } from './session-of.ts';
import { tellFailure } from './tell-failure.ts';
import { createTransit } from './transit.ts';
import { ownValues, type Values } from './values-owner.ts';

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

/** Who wishes for less motion starts nothing by itself. */
const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Opens a scene on the stage. */
export const openSession = (parts: SessionParts): Promise<Session> =>
  parts.scene.visit((scene) => openTyped(scene, parts));

async function openTyped<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, parts: SessionParts): Promise<Session> {
  const { compute, stage, initial } = parts;
  const { page } = await scene.page();
  const values = ownValues(scene.parameters, initial.values);
  const moments: Moments<W, D> = createMoments(scene, () => place.now);
  let loss: DeviceLostError | null = null;

  function failed(error: unknown): void {
    if (error instanceof DeviceLostError) {
      loss = error;
      return;
    }
    tellFailure(error, parts.notify);
    moments.changed();
  }

  function setValues(wanted: Values): void {
    const effects = values.take(wanted);
    if (effects.size === 0) return;
    parts.notify('');
    // A world that is being entered was given the values of before.
    const isGone = place.isEntering && effects.has('live');
    if (effects.has('reset') || isGone) place.enterAgain();
    else if (effects.has('live')) place.now.player.valuesChanged();
    moments.changed();
  }

  const place = await createScenePlace({
    scene,
    page,
    compute,
    stage,
    values,
    speed: initial.speed ?? 2,
    byPhase: initial.byPhase ?? false,
    past: initial.past as Past<W['values']> | undefined,
    opens: () => {
      if (!reducesMotion.matches) opening.begin();
    },
    shown: moments.shown,
    setValues,
    entering: parts.entering,
    replaced: moments.selection.clear,
    changed: moments.changed,
    failed,
  });
  const opening = createOpening({
    player: () => place.now.player,
    step: () => place.now.world.step,
    changed: moments.changed,
  });
  const transit = createTransit({
    stage,
    view: () => (place.isEmpty ? null : place.now.view),
    reducesMotion: () => reducesMotion.matches,
  });
  const session = sessionOf({
    scene,
    page: bindPage(page, moments.moment),
    values,
    place,
    moments,
    setValues,
    notify: parts.notify,
    compute,
    stage,
    opening,
    transit,
    named: parts.scene,
  });
  await walkToBeginning(session, initial);
  if (loss) {
    await place.leave();
    throw loss;
  }
  beginPicture(session, initial);
  if (initial.playing ?? !reducesMotion.matches) {
    if (initial.goesOn) session.player.play();
    else opening.begin();
  }
  return session;
}
