import { InputError } from '../../../base/input-error.ts';
import type { Expression } from '../../../maths/expression/expression.ts';
import { ExpressionError } from '../../../maths/expression/expression-error.ts';
import { parameterNames } from '../../../maths/expression/names.ts';
import { parametersOf } from '../../../maths/expression/parameters-of.ts';
import { parseExpression } from '../../../maths/expression/parse-expression.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import type { Order, Scheme } from '../../../maths/finite-difference.ts';
import { defaultValues } from '../../../world/parameters.ts';
import type { HeadlessRequest } from '../../headless-scene.ts';
import { numbers } from './options.ts';

export interface Settings {
  readonly expression: Expression;
  /** The function as it was understood. */
  readonly f: string;
  readonly letters: Readonly<Record<string, number>>;
  readonly scheme: Scheme;
  readonly precision: 'f32' | 'f64';
  readonly order: Order;
  /** Where slopes are taken, over one distance; or over which distances, at one place. */
  readonly rows:
    | { readonly kind: 'window'; from: number; to: number; samples: number; h: number }
    | { readonly kind: 'sweep'; at: number };
}

/** @throws InputError that says what to change in the call */
export function readSettings({ given, backend }: HeadlessRequest): Settings {
  const expression = readFormula(String(given.f ?? 'x^2'));
  const values = { ...defaultValues(numbers), ...given };
  const common = {
    expression,
    f: printExpression(expression),
    letters: readLetters(expression, given),
    scheme: values.scheme as Scheme,
    // Who asks for WebGPU by name means it, and WGSL has f32 alone.
    precision:
      given.precision === undefined && backend === 'webgpu'
        ? 'f32'
        : (values.precision as 'f32' | 'f64'),
    order: Number(values.order) as Order,
  };
  return { ...common, rows: given.hSweep ? readSweep(given) : readWindow(given) };
}

function readFormula(text: string): Expression {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) throw new InputError(`--f: ${error.message}`);
    throw error;
  }
}

function readLetters(expression: Expression, given: HeadlessRequest['given']) {
  const used = parametersOf(expression);
  const idle = parameterNames.find((name) => given[name] !== undefined && !used.includes(name));
  if (idle !== undefined) {
    throw new InputError(
      `--${idle} is given, and ${idle} is not in --f; leave it out or write it there`,
    );
  }
  return Object.fromEntries(used.map((name) => [name, Number(given[name] ?? 1)]));
}

function readSweep(given: HeadlessRequest['given']): Settings['rows'] {
  const other = ['from', 'to', 'samples', 'h'].find((name) => given[name] !== undefined);
  if (other) {
    throw new InputError(`--${other} and --h-sweep exclude each other; a sweep needs only --at`);
  }
  return { kind: 'sweep', at: Number(given.at ?? numbers.at.default) };
}

function readWindow(given: HeadlessRequest['given']): Settings['rows'] {
  if (given.at !== undefined) {
    throw new InputError('--at is for --h-sweep; add it, or give a window with --from and --to');
  }
  const from = Number(given.from ?? numbers.from.default);
  const to = Number(given.to ?? numbers.to.default);
  const h = Number(given.h ?? numbers.h.default);
  if (from > to) throw new InputError(`--from ${from} lies above --to ${to}; swap them`);
  if (!Number.isFinite(to - from)) {
    throw new InputError(`--from ${from} to --to ${to} is too wide for a number; choose less`);
  }
  const samples = Number(given.samples ?? (from === to ? 1 : numbers.samples.default));
  if (from === to && samples !== 1) {
    throw new InputError(`--samples ${samples} of a single place: give 1, or a --to above --from`);
  }
  if (from < to && samples === 1) {
    throw new InputError('--samples 1 leaves out an end of the window; give at least 2');
  }
  checkDistance(h);
  return { kind: 'window', from, to, samples, h };
}

function checkDistance(h: number): void {
  if (h === 0) {
    throw new InputError(
      '--h 0: over no distance a slope is 0/0, which no number is; give a small h, such as 1e-3',
    );
  }
  if (h < 0) {
    throw new InputError(
      `--h ${h}: a negative distance only swaps forward and backward; give ${-h}, and choose with --scheme`,
    );
  }
}
