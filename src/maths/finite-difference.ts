/** The ways to a slope: four differences, and dual numbers, which need no distance. */
export type DifferenceScheme = 'forward' | 'backward' | 'central' | 'five-point';
export type Scheme = DifferenceScheme | 'dual';
export const schemes = [
  'forward',
  'backward',
  'central',
  'five-point',
  'dual',
] as const satisfies readonly Scheme[];

export type Order = 1 | 2;

/** (Σ weight · f(x + steps·h)) / (divisor · h^order), summed in this order, f(x) first where it is in it. */
export interface Stencil {
  readonly points: readonly { readonly steps: number; readonly weight: number }[];
  readonly divisor: number;
}

const stencil = (divisor: number, ...points: readonly (readonly [number, number])[]): Stencil => ({
  divisor,
  points: points.map(([weight, steps]) => ({ weight, steps })),
});

const stencils: Readonly<Record<Order, Readonly<Record<DifferenceScheme, Stencil>>>> = {
  1: {
    forward: stencil(1, [-1, 0], [1, 1]),
    backward: stencil(1, [1, 0], [-1, -1]),
    central: stencil(2, [1, 1], [-1, -1]),
    'five-point': stencil(12, [-1, 2], [8, 1], [-8, -1], [1, -2]),
  },
  2: {
    forward: stencil(1, [1, 0], [-2, 1], [1, 2]),
    backward: stencil(1, [1, 0], [-2, -1], [1, -2]),
    central: stencil(1, [-2, 0], [1, 1], [1, -1]),
    'five-point': stencil(12, [-30, 0], [-1, 2], [16, 1], [16, -1], [-1, -2]),
  },
};

export const stencilOf = (scheme: DifferenceScheme, order: Order = 1): Stencil =>
  stencils[order][scheme];

export interface DifferenceOptions {
  readonly order?: Order;
  /** What every operation's result is rounded with; `Math.fround` for f32. */
  readonly round?: (value: number) => number;
}

/**
 * A derivative by the textbook's formula, as a person would type it: x + h is rounded like every
 * other sum, and the divisor is h itself and not the distance that remains after that rounding.
 *
 * @returns NaN where f has no value at one of the points
 */
export function finiteDifference(
  f: (x: number) => number,
  x: number,
  h: number,
  scheme: DifferenceScheme,
  { order = 1, round = (value) => value }: DifferenceOptions = {},
): number {
  const { points, divisor } = stencilOf(scheme, order);
  const at = round(x);
  const distance = round(h);
  let sum = 0;
  points.forEach(({ steps, weight }, i) => {
    const value = f(round(at + round(steps * distance)));
    const weighted = round(weight * value);
    sum = i === 0 ? weighted : round(sum + weighted);
  });
  const power = order === 1 ? distance : round(distance * distance);
  const slope = round(sum / round(divisor * power));
  return Number.isFinite(slope) ? slope : Number.NaN;
}
