import type { NoticeAction } from '../panel/notice.ts';
import type { Player } from '../world/player.ts';
import type { ValueChange } from '../world/value-changes.ts';

/** From then on a walk is spoken of, and can be stopped. */
const longMs = 1000;

/** Lets the player walk to a step, with the knobs turned on the way; says so where it takes long. */
export async function walkToStep(
  player: Player,
  step: number,
  valueChanges: readonly ValueChange[],
  notify: (sentence: string, ...actions: readonly NoticeAction[]) => void,
): Promise<void> {
  let isSpokenOf = false;
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    player.cancel();
  };
  const speaking = setTimeout(() => {
    isSpokenOf = true;
    notify(`On the way to step ${step}…`, { label: 'stop here', act: stop });
  }, longMs);
  player.walkTo(step, valueChanges);
  await player.settled();
  clearTimeout(speaking);
  if (isSpokenOf && !isStopped) notify('');
}
