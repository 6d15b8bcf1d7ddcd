import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';
import type { SceneMoment } from './scene-moment.ts';

export interface Axis {
  readonly label: string;
  readonly unit?: string;
  readonly log?: boolean;
  /** It counts something: only whole numbers are marked. */
  readonly integer?: boolean;
  /** The names of what stands side by side: x is then 0, 1, 2, … */
  readonly categories?: readonly string[];
  /** Fixed range; what the data span if not given. */
  readonly range?: readonly [number, number];
}

export interface Series {
  readonly label: string;
  /**
   * A line if not given. Diamonds are hollow: what was not measured here must not look as if it was.
   */
  readonly kind?: 'line' | 'points' | 'bars' | 'diamonds';
  /** A colour token's name (`--accent`). */
  readonly colour: string;
  readonly dashed?: boolean;
}

export interface ChartData {
  /** Ascending. */
  readonly x: ArrayLike<number>;
  /** One array a series, each as long as `x`; null where there is no value. */
  readonly y: readonly ArrayLike<number | null>[];
  /** Lines across the chart at a value of an axis. */
  readonly marks: readonly {
    readonly axis: 'x' | 'y';
    readonly at: number;
    readonly label: string;
  }[];
  /** The series that matters now; the other lines step back. */
  readonly emphasis?: number;
}

/** A chart without its data. */
export interface ChartFrame {
  readonly id: string;
  readonly title: string;
  /** One line: what it shows. */
  readonly help: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
}

/** One chart of a scene; drawn, and given as a table for screen readers, by the charts module. */
export interface Chart<W extends World = World, D extends Description = Description>
  extends ChartFrame {
  /** Drawn anew only when it differs; the same object, where nothing has changed, spares the look. */
  readonly data: (moment: SceneMoment<W, D>) => ChartData;
}
