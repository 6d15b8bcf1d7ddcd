import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Scheme } from '../../maths/finite-difference.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { CpuInvocations, Kernel } from '../kernel.ts';
import { checkedArithmetic } from './checked-arithmetic.ts';
import { functionKernel } from './function-kernel.ts';
import body from './gradients.wgsl?raw';
import { localWgsl } from './local-wgsl.ts';
import { lettersFrom, parameterUniforms } from './parameter-uniforms.ts';

export interface GradientsOf {
  /** A function of x and y; of x alone, nothing moves along y. */
  readonly expression: Expression;
  readonly scheme: Scheme;
}

const uniforms = {
  count: { type: 'u32', comment: 'How many points there are.' },
  zero: { type: 'u32', comment: 'Always 0, and no compiler knows.' },
  spacing: { type: 'f32', comment: 'The distance h of the differences.' },
  rate: { type: 'f32', comment: 'The learning rate.' },
} as const;

/** One step of gradient descent for many points at once; see `gradients.wgsl`. */
export const gradientsKernel = (of: GradientsOf): Kernel =>
  functionKernel(`gradients ${of.scheme}`, of.expression, () => makeKernel(of));

function makeKernel(of: GradientsOf): Kernel {
  const parameters = parameterUniforms(of.expression);
  return declareKernel({
    name: `gradients (${of.scheme})`,
    workgroupSize: [64, 1, 1],
    uniforms: { ...uniforms, ...parameters },
    bindings: {
      positions: { access: 'read', element: 'real', comment: 'All x, then all y.' },
      moved_positions: { access: 'read_write', element: 'real' },
      heights: { access: 'read_write', element: 'real', comment: 'f where the point was.' },
      defined: {
        access: 'read_write',
        element: 'u32',
        comment: '1: f has a value where the point was. 2: the point could take its step.',
      },
    },
    library: [checkedArithmetic, localWgsl({ ...of, order: 1, variables: ['x', 'y'] })].join(
      '\n\n',
    ),
    body,
    cpu: (invocations) => descendOnCpu(of, invocations),
  });
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
