import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';
import type { Bounds } from './camera.ts';
import type { SceneMoment } from './scene-moment.ts';
import type { Stage } from './stage.ts';
import type { StageReadout } from './stage-readout.ts';

/** What is to be shown of a world at one moment. */
export interface Shown {
  /** From the step before (0) to the step taken last (1). */
  readonly progress: number;
  /** The phase of a step that is shown, or null between steps. */
  readonly phase: number | null;
  /** The row of the point that is looked at, or null. */
  readonly picked: number | null;
  /** The row of the point under the pointer, or null. */
  readonly hovered: number | null;
}

/** Something on the stage that can be taken and moved, by pointer and by keyboard. */
export interface Handle {
  readonly id: string;
  /** For screen readers: “bandwidth”. */
  readonly label: string;
  /** Where it is, in world units. */
  at(): { readonly x: number; readonly y: number };
  /** It was dragged here, in world units. */
  dragTo(x: number, y: number): void;
  /** It was let go; what takes effect only now, since it changes the ground under the drag. */
  drop?(): void;
  /** What it lies on can be taken anywhere: the handle comes to where it is taken. */
  readonly edge?: {
    /** Whether a place is on the edge, give or take `reach`; world units. */
    isAt(x: number, y: number, reach: number): boolean;
    moveTo(x: number, y: number): void;
  };
  /** An arrow key was pressed; `large` with Shift. */
  nudge(dx: -1 | 0 | 1, dy: -1 | 0 | 1, large: boolean): void;
  /** Its value, for screen readers, where it stands for a number. */
  readonly value?: {
    readonly now: number;
    readonly min: number;
    readonly max: number;
    readonly text: string;
  };
}

/** A few characters on the picture. */
export interface StageLabel {
  readonly text: string;
  /** Its middle, in world units. */
  readonly x: number;
  readonly y: number;
  /** How wide it may be, in world units; where it is wider on the screen it is not shown, nor made smaller. */
  readonly room: number;
  /** How wide it has to be on the screen, in CSS pixels with text of its usual size; 60 if not given. */
  readonly least?: number;
  /** It stands on what has a colour of its own, and needs no ground. */
  readonly plain?: boolean;
  /** Which part of it is at its place, across; the middle if not given. */
  readonly align?: 'start' | 'middle' | 'end';
  /** How far it is moved from its place on the screen, in CSS pixels, y down. */
  readonly shift?: { readonly x: number; readonly y: number };
  /** It is moved along this axis to be wholly on the stage, as an axis's numbers are when its line is not. */
  readonly follows?: 'x' | 'y';
  /** Of those with the same name only as many are shown as do not touch each other. */
  readonly row?: string;
}

/** A value on the picture that can be typed over. */
export interface StageField {
  readonly id: string;
  /** For screen readers: “A[1, 2]”. */
  readonly label: string;
  readonly value: string;
  /** Its middle, and how wide it may be, in world units. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
  /** @returns the sentence that refuses the text, or null if it was taken over */
  set(text: string): string | null;
}

/** Points that come from where others stood, instead of being where they are at once. */
export interface MovingPoints {
  /** Where they are shown now: all x, then all y, in world units. */
  places(): Float32Array;
  /**
   * Shows them where others stood, row by row.
   *
   * @returns whether there are as many; if not, nothing is done
   */
  begin(from: Float32Array): boolean;
  /** @param part of the way from there that they have come; 1 ends it */
  arrive(part: number): void;
}

/** A scene on the stage: it reads components and changes none. */
export interface SceneView<W extends World = World, D extends Description = Description> {
  /** What the camera shows when it fits, in world units. */
  bounds(): Bounds;
  draw(shown: Shown): void;
  /** The row of the nearest point within `reach` (world units) of a place, or null. */
  pick?(x: number, y: number, reach: number): number | null;
  /** Where a row's point is now, in world units. */
  place?(row: number): { readonly x: number; readonly y: number };
  /** What can be taken now. */
  readonly handles?: (moment: SceneMoment<W, D>) => readonly Handle[];
  /** What the picture shows now, in a sentence with its numbers; empty for nothing. */
  readonly caption?: (moment: SceneMoment<W, D>) => string;
  /** What can be typed over now. */
  readonly fields?: (moment: SceneMoment<W, D>) => readonly StageField[];
  /** What is written on the picture. */
  readonly labels?: (moment: SceneMoment<W, D>) => readonly StageLabel[];
  /** What is pointed at, in numbers: a place in world units, and the row of the point there, if there is one. */
  readonly readout?: (
    place: { readonly x: number; readonly y: number },
    row: number | null,
    moment: SceneMoment<W, D>,
  ) => StageReadout | null;
  /** What to look at to see the picked point's picture well. */
  readonly closeUp?: (moment: SceneMoment<W, D>) => Bounds | null;
  /** What moves from one state to another that is set at once; without it the picture fades. */
  readonly moving?: MovingPoints;
  dispose(): void;
}

/** What a view may ask of the page: it changes nothing itself. */
export interface ViewRequests {
  setValue(name: string, value: number | string | null): void;
}

export type OpenSceneView<W extends World = World, D extends Description = Description> = (
  world: W,
  stage: Stage,
  requests: ViewRequests,
) => SceneView<W, D>;
