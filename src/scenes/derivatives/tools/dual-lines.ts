import { compileDual } from '../../../maths/expression/dual.ts';
import type { ParameterValues } from '../../../maths/expression/evaluate.ts';
import { call, type Expression, variable } from '../../../maths/expression/expression.ts';
import { printExpression } from '../../../maths/expression/print-expression.ts';
import { makeTape } from '../../../maths/expression/tape.ts';

/** One step of a function that is evaluated at x + ε. */
export interface DualLine {
  /** “x”, a parameter's letter, “t₁”, and “f” at the end. */
  readonly name: string;
  /** What it is computed from, in terms of lines above; empty for x and parameters. */
  readonly formula: string;
  readonly value: number;
  /** What ε is multiplied by; NaN where there is no derivative. */
  readonly first: number;
}

export interface DualLines {
  readonly lines: readonly DualLine[];
  /** How many lines before the last are left out. */
  readonly omitted: number;
}

/** More than this nobody reads, and every line is evaluated from its beginning. */
export const mostLines = 100;

/**
 * Makes a function's tape ready to be carried at many places: each line's value and derivative, and
 * the function itself as the last line. Numbers and constants stand in the lines that use them.
 */
export function compileDualLines(
  expression: Expression,
  parameters: ParameterValues,
): (x: number) => DualLines {
  const tape = makeTape([expression]).lines;
  /** Each line as a formula of x, which shares its parts with those before it. */
  const whole: Expression[] = [];
  /** Each line as its own step: what stands for it in later lines. */
  const symbols: Expression[] = [];
  const shown: { name: string; formula: string; part: Expression }[] = [];
  let steps = 0;

  tape.forEach((line, place) => {
    const isLast = place === tape.length - 1;
    if (line.kind !== 'call') {
      whole.push(line);
      symbols.push(line);
      if (line.kind === 'variable') shown.push({ name: line.name, formula: '', part: line });
      if (isLast) shown.push({ name: 'f', formula: written(line), part: line });
      return;
    }
    const { operation, inputs } = line;
    const part = call(operation, ...inputs.map((input) => whole[input]));
    const own = call(operation, ...inputs.map((input) => symbols[input]));
    whole.push(part);
    if (inputs.length === 0 && !isLast) {
      symbols.push(own);
      return;
    }
    const name = isLast ? 'f' : `t${subscript(++steps)}`;
    symbols.push(variable(name));
    shown.push({ name, formula: written(own), part });
  });

  const omitted = Math.max(0, shown.length - mostLines);
  const kept = [...shown.slice(0, shown.length - omitted - 1), ...shown.slice(-1)];
  const compiled = kept.map(({ name, formula, part }) => ({
    name,
    formula,
    dual: compileDual(part, { parameters }),
  }));
  return (x) => ({
    lines: compiled.map(({ name, formula, dual }) => {
      const { value, first } = dual(x);
      return { name, formula, value, first };
    }),
    omitted,
  });
}

const written = (expression: Expression) =>
  printExpression(expression).replaceAll(' * ', '·').replaceAll('-', '−');

const subscript = (count: number) =>
  String(count).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]);
