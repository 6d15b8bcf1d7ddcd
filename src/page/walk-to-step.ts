import type { NoticeAction } from '../panel/notice.ts';
import type { SceneWorld } from '../scenes/scene.ts';
import type { History } from '../world/history.ts';
import type { Player } from '../world/player.ts';
import { type Turn, valuesAt } from './turns.ts';

type Values = Readonly<Record<string, number | string | null>>;

export interface WalkParts {
  readonly player: Player;
  readonly world: SceneWorld;
  readonly history: History;
  /** The values of now, which hold after the last turn. */
  readonly values: Values;
  /** Shows the step that is reached. */
  see(): void;
  say(sentence: string, ...actions: readonly NoticeAction[]): void;
}

/** From then on a walk is spoken of, and can be stopped. */
const longMs = 1000;

/**
 * Takes a world to a step, one that it has not been at yet too; ends earlier if it comes to rest.
 * What is remembered is used as far as it was taken with the same values.
 *
 * @param turns the knobs that were turned on the way
 */
export async function walkToStep(
  { player, world, history, values, see, say }: WalkParts,
  step: number,
  turns: readonly Turn[],
): Promise<void> {
  let isStopped = false;
  let isSpokenOf = false;
  const speaking = setTimeout(() => {
    const stop = () => {
      isStopped = true;
      player.cancel();
    };
    isSpokenOf = true;
    say(`On the way to step ${step}…`, { label: 'stop here', act: stop });
  }, longMs);
  const { byPhase } = player;
  player.byPhase = false;
  player.goTo(rememberedUpTo(step, history, (at) => valuesAt(turns, at, values)));
  await player.settled();
  see();
  // At rest nothing more happens, until the next turn.
  const lastTurn = Math.max(0, ...turns.map(({ until }) => until));
  const isThere = () => world.step >= step || (world.atRest && world.step > lastTurn);
  while (!isThere() && !isStopped && !world.scope.ended) {
    const { step: before } = world;
    world.values = valuesAt(turns, before + 1, values) as typeof world.values;
    player.forward();
    await player.settled();
    see();
    // A step that failed has been spoken of instead.
    if (world.step === before) isStopped = true;
  }
  player.goTo(world.step);
  await player.settled();
  world.values = values as typeof world.values;
  player.byPhase = byPhase;
  clearTimeout(speaking);
  if (isSpokenOf && !isStopped) say('');
}

/** How many steps on the way to `step` were taken with the values that are wanted. */
function rememberedUpTo(step: number, history: History, wantedAt: (step: number) => Values) {
  let known = 0;
  while (known < step) {
    const taken = history.takenWith(known + 1);
    const wanted = wantedAt(known + 1);
    if (!taken || Object.keys(taken).some((name) => taken[name] !== wanted[name])) break;
    known += 1;
  }
  return known;
}
