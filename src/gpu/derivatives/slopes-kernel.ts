import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import { compileSlopeColumns } from '../../maths/expression/slope-columns.ts';
import type { Order, Scheme } from '../../maths/finite-difference.ts';
import { declareKernel } from '../declare-kernel.ts';
import type { CpuInvocations, Elements, Kernel } from '../kernel.ts';
import { checkedArithmetic } from './checked-arithmetic.ts';
import { functionKernel } from './function-kernel.ts';
import { localWgsl } from './local-wgsl.ts';
import { lettersFrom, parameterUniforms } from './parameter-uniforms.ts';
import body from './slopes.wgsl?raw';

export interface SlopesOf {
  readonly expression: Expression;
  readonly scheme: Scheme;
  readonly order: Order;
}

const uniforms = {
  count: { type: 'u32', comment: 'How many samples there are.' },
  spacing_stride: {
    type: 'u32',
    comment: '1: each sample has a distance h of its own. 0: one serves them all.',
  },
  zero: { type: 'u32', comment: 'Always 0, and no compiler knows.' },
} as const;

/**
 * The value and the slope of a function at many places at once; see `slopes.wgsl`. The function is
 * part of the WGSL, its named parameters are uniforms. The same function gives the same kernel.
 */
export const slopesKernel = (of: SlopesOf): Kernel =>
  functionKernel(`slopes ${of.scheme} ${of.order}`, of.expression, () => makeKernel(of));

function makeKernel(of: SlopesOf): Kernel {
  const { expression } = of;
  const parameters = parameterUniforms(expression);
  return declareKernel({
    name: `slopes (${of.scheme})`,
    workgroupSize: [64, 1, 1],
    uniforms: { ...uniforms, ...parameters },
    bindings: {
      samples: { access: 'read', element: 'real' },
      spacings: { access: 'read', element: 'real' },
      values: { access: 'read_write', element: 'real' },
      slopes: { access: 'read_write', element: 'real' },
      defined: {
        access: 'read_write',
        element: 'u32',
        comment: '1: there is a value. 2: there is a slope.',
      },
    },
    library: [checkedArithmetic, localWgsl({ ...of, variables: ['x'] })].join('\n\n'),
    body,
    cpu: (invocations) => slopesOnCpu(of, invocations),
  });
}

/** The same in f64. */
function slopesOnCpu({ expression, scheme, order }: SlopesOf, invocations: CpuInvocations): void {
  const { first, last, uniforms: values, buffers } = invocations;
  const { samples, spacings, slopes, defined } = buffers;
  const parameters = lettersFrom(values);
  if (scheme !== 'dual') {
    const take = compileSlopeColumns(expression, { parameters, scheme, order });
    const [x, h] = [samples, spacings];
    const stride = values.spacing_stride === 0 ? 0 : 1;
    take({ x, h, stride, first, last }, buffers.values, slopes);
    markAll(buffers.values, slopes, defined, first, last);
    return;
  }
  const f = compileExpression(expression, { parameters });
  const slope = compileSlope(expression, { parameters, scheme, order });
  for (let i = first; i < last; i++) {
    const x = samples[i];
    const value = f(x);
    const rise = slope(x, spacings[i * values.spacing_stride]);
    mark(i, value, rise);
  }

  function mark(i: number, value: number, rise: number): void {
    const hasValue = !Number.isNaN(value);
    const hasSlope = !Number.isNaN(rise);
    buffers.values[i] = hasValue ? value : 0;
    slopes[i] = hasSlope ? rise : 0;
    defined[i] = (hasValue ? 1 : 0) + (hasSlope ? 2 : 0);
  }
}

/** What is NaN is 0, and not marked. */
function markAll(
  values: Elements,
  slopes: Elements,
  defined: Elements,
  first: number,
  last: number,
) {
  for (let i = first; i < last; i++) {
    const hasValue = !Number.isNaN(values[i]);
    const hasSlope = !Number.isNaN(slopes[i]);
    if (!hasValue) values[i] = 0;
    if (!hasSlope) slopes[i] = 0;
    defined[i] = (hasValue ? 1 : 0) + (hasSlope ? 2 : 0);
  }
}
