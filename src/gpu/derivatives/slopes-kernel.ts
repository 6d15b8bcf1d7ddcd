import { compileSlope } from '../../maths/expression/compile-slope.ts';
import { compileExpression } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import type { Order, Scheme } from '../../maths/finite-difference.ts';
import type { CpuInvocations, Kernel } from '../kernel.ts';
import { checkedArithmetic } from './checked-arithmetic.ts';
import { keptKernel } from './kept-kernel.ts';
import { localWgsl } from './local-wgsl.ts';
import { lettersFrom, parameterUniforms, settingsWgsl } from './parameter-uniforms.ts';
import main from './slopes.wgsl?raw';

export interface SlopesOf {
  readonly expression: Expression;
  readonly scheme: Scheme;
  readonly order: Order;
}

const uniforms = { count: 'u32', spacing_stride: 'u32', zero: 'u32' } as const;

/**
 * The value and the slope of a function at many places at once; see `slopes.wgsl`. The function is
 * part of the WGSL, its named parameters are uniforms. The same function gives the same kernel.
 */
export const slopesKernel = (of: SlopesOf): Kernel =>
  keptKernel(`slopes ${of.scheme} ${of.order}`, of.expression, () => makeKernel(of));

function makeKernel(of: SlopesOf): Kernel {
  const { expression } = of;
  const parameters = parameterUniforms(expression);
  const wgsl = [
    settingsWgsl({ ...uniforms, ...parameters }),
    checkedArithmetic,
    localWgsl({ ...of, variables: ['x'] }),
    main,
  ].join('\n\n');
  return {
    name: `slopes (${of.scheme})`,
    wgsl,
    workgroupSize: [64, 1, 1],
    uniforms: { ...uniforms, ...parameters },
    bindings: {
      samples: { access: 'read', element: 'real' },
      spacings: { access: 'read', element: 'real' },
      values: { access: 'read_write', element: 'real' },
      slopes: { access: 'read_write', element: 'real' },
      defined: { access: 'read_write', element: 'u32' },
    },
    cpu: (invocations) => slopesOnCpu(of, invocations),
  };
}

/** The same in f64. */
function slopesOnCpu({ expression, scheme, order }: SlopesOf, invocations: CpuInvocations): void {
  const { first, last, uniforms: values, buffers } = invocations;
  const { samples, spacings, slopes, defined } = buffers;
  const parameters = lettersFrom(values);
  const f = compileExpression(expression, { parameters });
  const slope = compileSlope(expression, { parameters, scheme, order });
  for (let i = first; i < last; i++) {
    const x = samples[i];
    const value = f(x);
    const rise = slope(x, spacings[i * values.spacing_stride]);
    const hasValue = !Number.isNaN(value);
    const hasSlope = !Number.isNaN(rise);
    buffers.values[i] = hasValue ? value : 0;
    slopes[i] = hasSlope ? rise : 0;
    defined[i] = (hasValue ? 1 : 0) + (hasSlope ? 2 : 0);
  }
}
