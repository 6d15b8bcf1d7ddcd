import type { Stores } from '../../components/component.ts';
import { Curve } from '../../components/curve.ts';
import { Position } from '../../components/position.ts';
import { PreviousPosition } from '../../components/previous-position.ts';
import { Row } from '../../components/row.ts';
import { Slope } from '../../components/slope.ts';
import type { Descent } from '../../gpu/derivatives/descent.ts';
import type { Slopes } from '../../gpu/derivatives/slopes.ts';
import type { ParameterValues, Precision } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Order, Scheme } from '../../maths/finite-difference.ts';
import type { World } from '../../world/world.ts';

/** What a step does: h shrinks, the point travels along x, or points roll downhill. */
export const motions = ['shrink h', 'travel', 'descend'] as const;
export type Motion = (typeof motions)[number];

/** What its entities can have. */
export const derivativesComponents = { Position, PreviousPosition, Slope, Curve, Row };

/** Where the point is, and how far away the next one. */
export interface Place {
  x: number;
  h: number;
}

/** A slope that was taken on the way. */
export interface TakenSlope {
  readonly x: number;
  readonly h: number;
  readonly y: number;
  readonly slope: number;
}

/** What a step that rolled points was taken with, and how it left them. */
export interface Roll {
  readonly h: number;
  readonly rate: number;
  readonly letters: ParameterValues;
  /** No point moved, or none that is somewhere yet. */
  readonly isStill: boolean;
}

/**
 * The world that the derivative systems work on. The curve is a chain of entities, and so
 * are the point that moves along it and the points that roll downhill. Positions are in the units of x and y.
 */
export interface DerivativesWorld extends World {
  readonly resolved: {
    /** Where the slope is taken. */
    readonly at: number;
    /** How far the second point is; where h shrinks, at step 0. */
    readonly h: number;
    readonly scheme: Scheme;
    readonly order: '1' | '2';
    readonly precision: Precision;
    /** The share of its slope that a point rolls in a step. */
    readonly rate: number;
    /** How many times the window is magnified around the point. */
    readonly zoom: number;
  };
  readonly components: Stores<typeof derivativesComponents>;
  readonly expression: Expression;
  /** The exact first and second derivative by x. */
  readonly derivatives: readonly [first: Expression, second: Expression];
  readonly motion: Motion;
  /** Whether the function is one of x and y. */
  readonly isField: boolean;
  /** What the formula's letters are in what is shown. */
  parameters: ParameterValues;
  /** In which the slope at the point is taken that is shown. */
  precision: Precision;
  /** Where the step, or the refresh, that is under way leads. */
  coming: {
    readonly before: Readonly<Place>;
    readonly now: Readonly<Place>;
    readonly parameters: ParameterValues;
    readonly precision: Precision;
  };
  readonly window: { readonly from: number; readonly to: number };
  /** Samples of the curve, and the point last; null for a function of x and y. */
  readonly slopes: Slopes | null;
  /** The points that roll; null where none do. */
  readonly descent: Descent | null;
  /** The last step's roll; null before the first. */
  lastRoll: Roll | null;
  /** x of every sample, and of the point last. */
  readonly sampleX: Float64Array;
  /** Where the point is, and how far away the next one, at this step and the one before. */
  readonly now: Place;
  readonly before: Place;
  /** What is found at each step, from step 0 on, all with the values of now. */
  readonly taken: TakenSlope[];
}

export const orderOf = ({ resolved }: Pick<DerivativesWorld, 'resolved'>): Order =>
  resolved.order === '2' ? 2 : 1;
