import { derivativesUpTo } from '../../maths/expression/compile-slope.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import { expressionWgsl } from '../../maths/expression/expression-wgsl.ts';
import type { VariableName } from '../../maths/expression/names.ts';
import {
  type DifferenceScheme,
  type Order,
  type Scheme,
  stencilOf,
} from '../../maths/finite-difference.ts';

export interface LocalOf {
  readonly expression: Expression;
  readonly scheme: Scheme;
  readonly order: Order;
  /** Along which variables slopes are taken. */
  readonly variables: readonly VariableName[];
}

/**
 * A function's value at a place and its slopes there, as WGSL:
 *
 *     fn local(x: f32, y: f32, h: f32) -> array<Real, 1 + variables>
 */
export const localWgsl = ({ scheme, ...of }: LocalOf): string =>
  scheme === 'dual' ? dualWgsl(of) : differenceWgsl(scheme, of);

function differenceWgsl(
  scheme: DifferenceScheme,
  { expression, order, variables }: Omit<LocalOf, 'scheme'>,
): string {
  const { points, divisor } = stencilOf(scheme, order);
  const moved = (by: VariableName, steps: number) =>
    `f(${variables.map((it) => (it === by ? `moved(${it}, ${steps}.0 * h)` : it)).join(', ')})`;
  // No loop: software drivers take minutes to compile a formula within one.
  const rises = variables.map((by) => [
    `  // Along ${by}.`,
    ...points.map(({ steps, weight }, i) => {
      const value = steps === 0 ? 'here' : moved(by, steps);
      const term = `real_multiply(finite(${weight}.0), ${value})`;
      return i === 0
        ? `  var rise_${by} = ${term};`
        : `  rise_${by} = real_add(rise_${by}, ${term});`;
    }),
  ]);
  const count = 1 + variables.length;
  const slopes = variables.map((by) => `real_divide(rise_${by}, run)`);
  const places = variables.map((it) => `${it}: f32`).join(', ');
  return `
${expressionWgsl('formula', [expression])}

fn f(${places}) -> Real {
  return formula(${heldPlaces(variables)})[0];
}

// x + h, rounded. It passes through an integer that is only known to be 0 when the kernel runs: a
// compiler that treats sums as exact would otherwise find that (x + h) - x is h.
fn moved(x: f32, distance: f32) -> f32 {
  return bitcast<f32>(bitcast<u32>(x + distance) ^ uniforms.zero);
}

fn local(x: f32, y: f32, h: f32) -> array<Real, ${count}> {
  let here = f(${variables.join(', ')});
${rises.flat().join('\n')}
  let run = held(${divisor}.0 * ${order === 1 ? 'h' : '(h * h)'});
  return array<Real, ${count}>(${['here', ...slopes].join(', ')});
}`.trim();
}

/** Where no second variable is there, it is 0. */
const heldPlaces = (variables: readonly VariableName[]) =>
  variables.includes('y') ? 'held(x), held(y)' : 'held(x), finite(0.0)';

/** Dual numbers as straight-line code: beside each operation stands what it does to the derivative. */
function dualWgsl({ expression, order, variables }: Omit<LocalOf, 'scheme'>): string {
  const chains = variables.map((by) => derivativesUpTo(expression, order, by).slice(1));
  // A derivative has a value only where all before it have one.
  const slopes = chains.map((chain, i) => {
    const lower = chain.slice(0, -1).map((_, j) => `all[${1 + i * order + j}]`);
    return lower.reduce(
      (slope, it) => `either(none(), ${slope}, ${it}.state == FINITE)`,
      `either(none(), all[${(i + 1) * order}], all[0].state == FINITE)`,
    );
  });
  const count = 1 + variables.length;
  return `
${expressionWgsl('carried', [expression, ...chains.flat()])}

fn local(x: f32, y: f32, h: f32) -> array<Real, ${count}> {
  let all = carried(held(x), held(y));
  return array<Real, ${count}>(${['all[0]', ...slopes].join(', ')});
}`.trim();
}
