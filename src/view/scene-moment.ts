import type { World } from '../world/world.ts';

/** A running scene as lesson pages, charts and code read it. */
export interface SceneMoment<W extends World = World> {
  readonly world: W;
  readonly playing: boolean;
  /** The phase of a step that is shown, or null between steps. */
  readonly phase: number | null;
  /** The row of the point that is looked at, or null. */
  readonly picked: number | null;
}
