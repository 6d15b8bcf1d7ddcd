import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';

/**
 * A running scene at one moment, as everything reads it that shows it or speaks of it. Numbers that
 * are said come from the description; the world is there for what is drawn and for what was done.
 */
export interface SceneMoment<W extends World = World, D extends Description = Description> {
  readonly world: W;
  readonly description: D;
  readonly playing: boolean;
  /** The picture stands where the description says, and is not about to go on. */
  readonly isStill: boolean;
  /** The phase of a step that is shown, or null where steps are not shown by phase. */
  readonly phase: number | null;
  /** The row of the point that a person has picked, or null. */
  readonly picked: number | null;
  /** The row of the point that is looked at: the picked one, or the one that shows the phases well. */
  readonly looked: number | null;
}
