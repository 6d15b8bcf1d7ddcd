import { InputError } from '../base/input-error.ts';
import { DeviceLostError } from '../gpu/device-lost-error.ts';
import type { SceneWorld } from '../scenes/scene.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Shown } from '../view/scene-view.ts';
import { clearedBy } from '../world/cleared-by.ts';
import { createHistory, type Past } from '../world/history.ts';
import { lookAt } from '../world/look-at.ts';
import { defaultValues } from '../world/parameters.ts';
import { createPlayer } from '../world/player.ts';
import type { Turn } from '../world/turns.ts';
import { describeFailure } from './describe-failure.ts';
import type { Session, SessionParts, Values } from './session.ts';
import { walkPast } from './walk-past.ts';
import { walkToStep } from './walk-to-step.ts';

/** Who wishes for less motion sees steps jump. */
const reducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

/** Opens a scene on the stage. */
export async function openSession(parts: SessionParts): Promise<Session> {
  const { scene, page, compute, stage, say, entering: tellEntering, initial } = parts;
  let values: Values = { ...defaultValues(scene.parameters), ...initial.values };
  const listeners = new Set<() => void>();
  let isChanged = true;
  let known: SceneMoment<SceneWorld> | null = null;
  const changed = () => {
    isChanged = true;
    known = null;
  };
  let picked: number | null = null;
  let hovered: number | null = null;
  let speed = initial.speed ?? 2;
  let byPhase = initial.byPhase ?? false;

  let loss: DeviceLostError | null = null;

  function onFailure(error: unknown): void {
    if (error instanceof DeviceLostError) {
      // The page speaks of it, and opens the scene again.
      loss = error;
      return;
    }
    // What a person asked for and cannot have is no fault of the page.
    if (!(error instanceof InputError)) console.error(error);
    say(describeFailure(error));
    changed();
  }

  async function enter(past?: Past<SceneWorld['values']>) {
    const world = await scene.enter(values as never, compute);
    const view = page.openView(world as never, stage, {
      setValue: (name, value) => setValues({ [name]: value }),
    });
    const changesResult = (name: string) => scene.parameters[name].effect !== 'view';
    const history = createHistory(world, scene.schedule, {
      changesResult,
      ...(past ? { past } : {}),
    });
    const player = createPlayer({
      world,
      schedule: scene.schedule,
      history,
      values: () => values as never,
      phases: scene.phases.length,
      onChange: changed,
      // The view sees every step, so that trails begin where the points did.
      onWalked: () => view.draw({ ...shown(), progress: 1 }),
      onFailure,
    });
    player.speed = speed;
    player.byPhase = byPhase;
    stage.camera.frame(view.bounds());
    const fallback = scene.defaultFocus?.(world) ?? null;
    return { world, view, history, player, fallback };
  }

  let now = await enter(initial.past);
  /** What the world was entered with last. */
  let entered = values;

  /** A link may name a point that these data do not have. */
  const isThere = (row: number) => {
    const place = now.view.place?.(row);
    return place !== undefined && Number.isFinite(place.x) && Number.isFinite(place.y);
  };

  /** Between two worlds there is no picture to draw. */
  let hasLeft = false;

  /** Ends the world, once nothing is under way in it any more. */
  async function leave(): Promise<void> {
    now.player.pause();
    now.player.cancel();
    await now.player.settled();
    hasLeft = true;
    now.view.dispose();
    now.world.scope.end();
  }

  /** Entering again is queued, so that turning a knob quickly never overlaps two worlds. */
  let entering: Promise<void> = Promise.resolve();
  let enterings = 0;
  let enteringsUnderWay = 0;
  function enterAgain(): void {
    const mine = ++enterings;
    enteringsUnderWay += 1;
    entering = entering
      .then(async () => {
        if (mine !== enterings) return;
        ({ speed, byPhase } = now.player);
        const plays = now.player.playing || !reducesMotion.matches;
        await leave();
        tellEntering(true);
        picked = hovered = null;
        try {
          now = await enter();
          hasLeft = false;
          entered = values;
        } catch (error) {
          if (error instanceof DeviceLostError) throw error;
          // Not every valid value can be had here: 6e12 points take more memory than there is.
          values = entered;
          now = await enter();
          hasLeft = false;
          onFailure(error);
        }
        if (plays) now.player.play();
        changed();
      })
      .catch(onFailure)
      .finally(() => {
        enteringsUnderWay -= 1;
        tellEntering(false);
      });
  }

  function setValues(wanted: Values): void {
    const given = { ...clearedBy(scene.parameters, values, wanted), ...wanted };
    const fresh = Object.keys(given).filter((name) => given[name] !== values[name]);
    if (fresh.length === 0) return;
    values = { ...values, ...given };
    say('');
    const effects = fresh.map((name) => scene.parameters[name].effect);
    if (effects.includes('reset')) enterAgain();
    else if (effects.includes('live')) now.player.valuesChanged();
    changed();
  }

  /** By phase something has to be looked at, even if nothing was picked. */
  const focusRow = () => picked ?? (now.player.byPhase ? now.fallback : null);

  // Step by step the phases pass too quickly to be pictures.
  const phaseNow = () => (now.player.byPhase ? now.player.phase : null);

  const shown = (): Shown => ({
    progress: reducesMotion.matches ? 1 : now.player.progress,
    phase: phaseNow(),
    picked: focusRow(),
    hovered,
  });

  /** Looks at the world once for all that speak of it. */
  function look(): SceneMoment<SceneWorld> {
    if (known) return known;
    const { world, player } = now;
    const { playing, progress } = player;
    const [phase, looked] = [phaseNow(), focusRow()];
    lookAt(world, scene.schedule, { row: looked, isComing: phase !== null && progress === 1 });
    known = Object.freeze({
      world,
      description: scene.describe(world, { row: looked, phase }),
      playing,
      isStill: shown().progress === 1 && (phase !== null || !playing),
      phase,
      picked,
      looked,
    });
    return known;
  }

  function goToStep(step: number, turns: readonly Turn[] = []): Promise<void> {
    return walkToStep(now.player, step, turns, say);
  }

  function showPhase(phase: number): void {
    const { player } = now;
    // The last phase is the motion, which is not stood still at.
    const shown = Math.min(phase, scene.phases.length - 2);
    for (let i = 0; player.byPhase && i <= shown; i++) player.forward();
  }

  const walk = async () => {
    if (initial.step) await goToStep(initial.step, initial.turns);
  };
  if (initial.past) await walkPast({ ...now, walk, step: initial.step ?? 0 });
  else await walk();
  if (loss) throw loss;
  if (typeof initial.phase === 'number') showPhase(initial.phase);
  if (initial.view) stage.camera.show(initial.view);
  picked = initial.picked ?? null;
  if (picked !== null && !isThere(picked)) picked = null;
  if (initial.playing ?? !reducesMotion.matches) now.player.play();

  return {
    scene,
    page,
    compute,
    stage,
    say,
    changed,
    setValues,
    get values() {
      return values;
    },
    get world() {
      return now.world;
    },
    get player() {
      return now.player;
    },
    get history() {
      return now.history;
    },
    get view() {
      return now.view;
    },
    get isEntering() {
      return enteringsUnderWay > 0;
    },
    get picked() {
      return picked;
    },
    get hovered() {
      return hovered;
    },
    get description() {
      return look().description;
    },
    moment: () => look() as SceneMoment<never, never>,
    pick(row) {
      picked = row === null || isThere(row) ? row : null;
      changed();
    },
    hover(row) {
      if (hovered === row) return;
      hovered = row;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame(ms) {
      if (hasLeft) return;
      now.player.advance(ms);
      if (isChanged) {
        isChanged = false;
        look();
        for (const listener of listeners) listener();
      }
      now.view.draw(shown());
      stage.render();
    },
    goToStep,
    showPhase,
    async settled() {
      await entering;
      await now.player.settled();
    },
    async dispose() {
      enterings += 1;
      await entering;
      if (!hasLeft) await leave();
      listeners.clear();
    },
  };
}
