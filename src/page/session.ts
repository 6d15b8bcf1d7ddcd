import type { Backend } from '../gpu/backend.ts';
import { createSessionPanel, type SessionPanel } from '../panel/session-panel.ts';
import { drawTransportBar } from '../panel/transport-bar.ts';
import type { Scene, SceneWorld } from '../scenes/scene.ts';
import type { OpenSceneView, SceneView } from '../view/scene-view.ts';
import type { Stage } from '../view/stage.ts';
import { defaultValues, type Parameter } from '../world/parameters.ts';
import { createPlayer, type Player } from '../world/player.ts';

export interface SessionParts {
  readonly scene: Scene;
  readonly openView: OpenSceneView<never>;
  readonly compute: Backend;
  readonly stage: Stage;
  readonly elements: { readonly panel: HTMLElement; readonly transport: HTMLElement };
  readonly backend: { readonly chosen: string; choose(name: string): void };
  /** Shows a sentence to the person. */
  say(sentence: string): void;
}

/** A scene on the page: its world, its view, its player and its controls. */
export interface Session {
  /** Lets real time pass and draws. */
  frame(ms: number): void;
  readonly values: Record<string, number | string | null>;
  dispose(): Promise<void>;
}

/**
 * Opens a scene on the stage and lets it run.
 *
 * @param initial values that differ from the defaults
 */
export async function openSession(
  parts: SessionParts,
  initial: Record<string, number | string | null> = {},
): Promise<Session> {
  const { scene, compute, stage, elements, say } = parts;
  const values = { ...defaultValues(scene.parameters), ...initial };
  let world: SceneWorld;
  let view: SceneView;
  let player: Player;
  let speed = 2;

  /** null until the world that it reads is there. */
  let panel: SessionPanel | null = null;

  async function enter(): Promise<void> {
    world = await scene.enter(values as never, compute);
    view = parts.openView(world as never, stage);
    stage.camera.fit(view.bounds());
    player = createPlayer(world, scene.schedule, onTick, onFailure);
    player.speed = speed;
    panel?.refresh();
    drawTransport();
  }

  /** Ends the world, once nothing is under way in it any more. */
  async function leave(): Promise<void> {
    player.pause();
    world.atRest = true;
    await player.settled();
    view.dispose();
    world.scope.end();
  }

  /** Entering again is queued, so that turning a knob quickly never overlaps two worlds. */
  let entering: Promise<void> = Promise.resolve();
  let wanted = 0;
  function enterAgain(playing: boolean): void {
    const mine = ++wanted;
    entering = entering
      .then(async () => {
        if (mine !== wanted) return;
        await leave();
        await enter();
        if (playing) player.play();
        drawTransport();
      })
      .catch(onFailure);
  }

  function onTick(): void {
    panel?.refresh();
    drawTransport();
  }

  function onFailure(error: unknown): void {
    say(error instanceof Error ? error.message : String(error));
    drawTransport();
  }

  function changed(_name: string, parameter: Parameter): void {
    say('');
    if (parameter.effect === 'reset') {
      enterAgain(true);
      return;
    }
    player.valuesChanged();
    drawTransport();
  }

  const actions = {
    playOrPause() {
      if (player.playing) player.pause();
      else if (world.atRest) enterAgain(true);
      else player.play();
      drawTransport();
    },
    step() {
      player.stepOnce();
      drawTransport();
    },
    reset: () => enterAgain(false),
    setSpeed(value: number) {
      speed = value;
      player.speed = value;
      drawTransport();
    },
  };

  function drawTransport(): void {
    const state = { playing: player.playing, speed, status: scene.summary(world) };
    drawTransportBar(elements.transport, state, actions);
  }

  await enter();
  panel = createSessionPanel(elements.panel, {
    table: scene.parameters,
    values,
    events: { changed, refused: (error) => say(error.message) },
    backend: { choices: ['auto', 'webgpu', 'cpu'], ...parts.backend },
    readings: [
      { label: 'step', help: 'How many steps were taken.', read: () => world.step },
      ...scene.monitors.map((monitor) => ({ ...monitor, read: () => monitor.read(world) })),
      {
        label: compute.kind === 'webgpu' ? 'GPU ms' : 'CPU ms',
        help: `How long computing the last step took, in milliseconds (${compute.timer}).`,
        read: () => compute.lastRunMs ?? 0,
      },
    ],
  });
  player!.play();
  drawTransport();

  return {
    values,
    frame(ms) {
      panel?.frameBegins();
      const wasPlaying = player.playing;
      player.advance(ms);
      view.draw(player.progress);
      stage.render();
      if (player.playing !== wasPlaying) drawTransport();
      panel?.frameEnds();
    },
    async dispose() {
      wanted += 1;
      await entering;
      await leave();
      panel?.dispose();
    },
  };
}
