import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Scheme } from '../../maths/finite-difference.ts';
import type { CpuInvocations, Kernel } from '../kernel.ts';
import { checkedArithmetic } from './checked-arithmetic.ts';
import main from './gradients.wgsl?raw';
import { keptKernel } from './kept-kernel.ts';
import { localWgsl } from './local-wgsl.ts';
import { lettersFrom, parameterUniforms, settingsWgsl } from './parameter-uniforms.ts';

export interface GradientsOf {
  /** A function of x and y; of x alone, nothing moves along y. */
  readonly expression: Expression;
  readonly scheme: Scheme;
}

const uniforms = { count: 'u32', zero: 'u32', spacing: 'f32', rate: 'f32' } as const;

/** One step of gradient descent for many points at once; see `gradients.wgsl`. */
export const gradientsKernel = (of: GradientsOf): Kernel =>
  keptKernel(`gradients ${of.scheme}`, of.expression, () => makeKernel(of));

function makeKernel(of: GradientsOf): Kernel {
  const parameters = parameterUniforms(of.expression);
  const wgsl = [
    settingsWgsl({ ...uniforms, ...parameters }),
    checkedArithmetic,
    localWgsl({ ...of, order: 1, variables: ['x', 'y'] }),
    main,
  ].join('\n\n');
  return {
    name: `gradients (${of.scheme})`,
    wgsl,
    workgroupSize: [64, 1, 1],
    uniforms: { ...uniforms, ...parameters },
    bindings: {
      positions: { access: 'read', element: 'real' },
      moved_positions: { access: 'read_write', element: 'real' },
      heights: { access: 'read_write', element: 'real' },
      defined: { access: 'read_write', element: 'u32' },
    },
    cpu: (invocations) => descendOnCpu(of, invocations),
  };
}

/** The same in f64. */
function descendOnCpu({ expression, scheme }: GradientsOf, invocations: CpuInvocations): void {
  const { first, last, uniforms: values, buffers } = invocations;
  const { positions, moved_positions: moved, heights, defined } = buffers;
  const { count, spacing, rate } = values;
  const parameters = lettersFrom(values);
  const f = compileExpression(expression, { parameters });
  const slopeX = compileSlope(expression, { parameters, scheme, by: 'x' });
  const slopeY = compileSlope(expression, { parameters, scheme, by: 'y' });
  for (let i = first; i < last; i++) {
    const x = positions[i];
    const y = positions[count + i];
    const height = f(x, y);
    const toX = x - rate * slopeX(x, spacing, y);
    const toY = y - rate * slopeY(x, spacing, y);
    const moves = Number.isFinite(height) && Number.isFinite(toX) && Number.isFinite(toY);
    moved[i] = moves ? toX : x;
    moved[count + i] = moves ? toY : y;
    heights[i] = Number.isFinite(height) ? height : 0;
    defined[i] = (Number.isFinite(height) ? 1 : 0) + (moves ? 2 : 0);
  }
}
