import type { Backend } from '../gpu/backend.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';

/** What a tool is given of the page. */
export interface ToolContext<W extends World = World, D extends Description = Description> {
  readonly compute: Backend;
  moment(): SceneMoment<W, D>;
  /** Takes valid values over, as the panel does. */
  setValues(values: Record<string, number | string | null>): void;
  /** Tells everything that shows the scene to look again: what the tool keeps has changed. */
  changed(): void;
  failed(error: unknown): void;
}

/** A part of a scene with controls of its own, beside the picture. */
export interface Tool<W extends World = World, D extends Description = Description> {
  readonly id: string;
  readonly title: string;
  /** One line: what it is for. */
  readonly help: string;
  readonly open: (host: HTMLElement, context: ToolContext<W, D>) => MountedTool;
}

export interface MountedTool {
  /** Something about the scene has changed. */
  update?(): void;
  dispose(): void;
}
