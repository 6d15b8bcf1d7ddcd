import { InputError } from '../../../base/input-error.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { ExpressionError } from '../../../maths/expression/expression-error.ts';
import { parameterNames } from '../../../maths/expression/names.ts';
import { parametersOf } from '../../../maths/expression/parameters-of.ts';
import { parseExpression } from '../../../maths/expression/parse-expression.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import { textOf } from '../../../world/text-of.ts';
import { parameters } from '../parameters.ts';
import type { SlopesOf } from '../studies/slope-table.ts';
import type { DerivativesCall } from './call.ts';

export interface Settings extends SlopesOf {
  /** The function as it was understood. */
  readonly f: string;
}

/** What is differentiated, and how. @throws InputError that says what to change in the call */
export function readSettings(call: DerivativesCall): Settings {
  const { values, given, backend } = call;
  const expression = readFormula(values);
  return {
    expression,
    f: printExpression(expression),
    parameters: readLetters(expression, call),
    scheme: values.scheme,
    // Who asks for WebGPU by name means it, and WGSL has f32 alone.
    precision: given.has('precision') || backend !== 'webgpu' ? values.precision : 'f32',
    order: values.order === '2' ? 2 : 1,
  };
}

function readFormula(values: DerivativesCall['values']): Expression {
  try {
    return parseExpression(textOf(parameters.f, values.f, values));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const flag = values.f.trim() ? '--f' : `--preset ${values.preset}`;
    throw new InputError(`${flag}: ${error.message}`);
  }
}

function readLetters(expression: Expression, call: DerivativesCall) {
  const given: ReadonlySet<string> = call.given;
  const values: Readonly<Record<string, unknown>> = call.values;
  const used = parametersOf(expression);
  const idle = parameterNames.find((name) => given.has(name) && !used.includes(name));
  if (idle !== undefined) {
    throw new InputError(
      `--${idle} is given, and ${idle} is not in --f; leave it out or write it there`,
    );
  }
  return Object.fromEntries(used.map((name) => [name, Number(values[name])]));
}
