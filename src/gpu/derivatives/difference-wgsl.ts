import type { VariableName } from '../../maths/expression/names.ts';
import { type DifferenceScheme, type Order, stencilOf } from '../../maths/finite-difference.ts';

/**
 * A finite difference of `f` as a WGSL function, by the same stencil as on the CPU:
 *
 *     fn slope_x(x: f32, y: f32, h: f32) -> Real
 */
export function differenceWgsl(scheme: DifferenceScheme, order: Order, by: VariableName): string {
  const { points, divisor } = stencilOf(scheme, order);
  const terms = points.map(({ steps, weight }) => {
    const moved = steps === 0 ? by : `moved(${by}, ${steps}.0 * h)`;
    const value = by === 'x' ? `f(held(${moved}), held(y))[0]` : `f(held(x), held(${moved}))[0]`;
    return weight === 1 ? value : `real_multiply(finite(${weight}.0), ${value})`;
  });
  const [first, ...others] = terms;
  return [
    `fn slope_${by}(x: f32, y: f32, h: f32) -> Real {`,
    `  var sum = ${first};`,
    ...others.map((term) => `  sum = real_add(sum, ${term});`),
    `  return real_divide(sum, held(${divisor}.0 * ${order === 1 ? 'h' : '(h * h)'}));`,
    '}',
  ].join('\n');
}

/**
 * x + h, rounded to f32. It passes through an integer that is only known to be 0 when the kernel runs:
 * a compiler that treats sums as exact would otherwise find that (x + h) - x is h.
 */
export const movedWgsl = `
fn moved(x: f32, distance: f32) -> f32 {
  return bitcast<f32>(bitcast<u32>(x + distance) ^ settings.zero);
}
`.trim();
