import type { History } from '../world/history.ts';
import type { Player } from '../world/player.ts';

export interface PastParts {
  readonly player: Player;
  readonly history: Pick<History, 'keeps'>;
  /** Where the way leads. */
  readonly step: number;
  /** Goes the rest of the way. */
  walk(): Promise<void>;
}

/** More steps than these no trail tells apart. */
const mostSeen = 64;

/**
 * Takes a world to a step of a past that was handed to it. A view that was not there sees the way, as
 * far as it is kept.
 */
export async function walkPast({ player, history, step, walk }: PastParts): Promise<void> {
  const every = 2 ** Math.max(0, Math.ceil(Math.log2(step / mostSeen)));
  for (let at = 0; at < step; at += every) {
    if (!history.keeps(at)) continue;
    player.goTo(at);
    await player.settled();
  }
  await walk();
}
