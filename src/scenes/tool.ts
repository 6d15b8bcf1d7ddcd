import type { Backend } from '../gpu/backend.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { World } from '../world/world.ts';

/** What a tool is given of the page. */
export interface ToolContext<W extends World = World> {
  readonly compute: Backend;
  moment(): SceneMoment<W>;
  /** Takes valid values over, as the panel does. */
  setValues(values: Record<string, number | string | null>): void;
  /** Tells everything that shows the scene to look again: what the tool keeps has changed. */
  changed(): void;
  failed(error: unknown): void;
}

/** A part of a scene with controls of its own, beside the picture. */
export interface Tool<W extends World = World> {
  readonly id: string;
  readonly title: string;
  /** One line: what it is for. */
  readonly help: string;
  open(host: HTMLElement, context: ToolContext<W>): MountedTool<W>;
}

export interface MountedTool<W extends World = World> {
  /** Something about the scene has changed. */
  update?(moment: SceneMoment<W>): void;
  dispose(): void;
}
