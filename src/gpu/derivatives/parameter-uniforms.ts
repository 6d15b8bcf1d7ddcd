import type { ParameterValues } from '../../maths/expression/evaluate.ts';
import type { Expression } from '../../maths/expression/expression.ts';
import { parameterField } from '../../maths/expression/expression-wgsl.ts';
import { parametersOf } from '../../maths/expression/parameters-of.ts';
import type { UniformField } from '../kernel.ts';

/** A formula's named parameters as fields of the uniforms: turning one compiles nothing. */
export const parameterUniforms = (expression: Expression): Record<string, UniformField> =>
  Object.fromEntries(
    parametersOf(expression).map((name) => [parameterField(name), { type: 'f32' }]),
  );

/** Their values; one that is not given is 1. */
export const parameterUniformValues = (expression: Expression, values: ParameterValues) =>
  Object.fromEntries(
    parametersOf(expression).map((name) => [parameterField(name), values[name] ?? 1]),
  );

/** The parameters by their letters, out of a kernel's uniforms. */
export const lettersFrom = (uniforms: Readonly<Record<string, number>>): ParameterValues =>
  Object.fromEntries(
    Object.entries(uniforms)
      .filter(([field]) => field.startsWith(parameterField('')))
      .map(([field, value]) => [field.slice(parameterField('').length), value]),
  );
