import type { Expression } from './expression.ts';
import { followGreater } from './follow-greater.ts';
import { describeOperation } from './operations.ts';
import { makeTape, type TapeLine } from './tape.ts';

export type Precision = 'f32' | 'f64';
export type ParameterValues = Readonly<Record<string, number>>;

export interface EvaluateOptions {
  /** What the named parameters are; one that is not there is 1. */
  readonly parameters?: ParameterValues;
  /** f32 rounds every input and every operation's result to f32, as a GPU would. */
  readonly precision?: Precision;
}

/** A function of x, or of x and y. NaN where it has no value, or none that the format holds. */
export type Evaluate = (x: number, y?: number) => number;

/** Makes an expression ready to be evaluated many times. */
export function compileExpression(expression: Expression, options?: EvaluateOptions): Evaluate {
  const evaluate = compileExpressions([expression], options);
  const values = new Float64Array(1);
  return (x, y) => {
    evaluate(values, x, y);
    return values[0];
  };
}

/** Several expressions at once: what they have in common is computed once. */
export type EvaluateAll = (into: Float64Array, x: number, y?: number) => void;

export function compileExpressions(
  expressions: readonly Expression[],
  { parameters = {}, precision = 'f64' }: EvaluateOptions = {},
): EvaluateAll {
  const { lines, outputs } = makeTape(expressions);
  const round = precision === 'f32' ? Math.fround : (value: number) => value;
  const values = new Float64Array(lines.length);
  const steps: (() => void)[] = [];
  let placeOfX = -1;
  let placeOfY = -1;
  lines.forEach((line, place) => {
    if (line.kind === 'number') values[place] = round(line.value);
    else if (line.kind === 'call') steps.push(stepOf(line, place, values, precision));
    else if (line.name === 'x') placeOfX = place;
    else if (line.name === 'y') placeOfY = place;
    else values[place] = round(parameters[line.name] ?? 1);
  });
  return (into, x, y = 0) => {
    if (placeOfX >= 0) values[placeOfX] = round(x);
    if (placeOfY >= 0) values[placeOfY] = round(y);
    for (const step of steps) step();
    for (let i = 0; i < outputs.length; i++) {
      const value = values[outputs[i]];
      // An overflow within is a large number to the operations after it; as a result it is none.
      into[i] = Number.isFinite(value) ? value : Number.NaN;
    }
  };
}

type Call = Extract<TapeLine, { kind: 'call' }>;

function stepOf(
  { operation, inputs }: Call,
  place: number,
  values: Float64Array,
  precision: Precision,
): () => void {
  const { apply } = describeOperation(operation);
  const [u, v] = inputs;
  if (operation === 'greater') {
    return () => {
      values[place] = followGreater(
        inputs.map((input) => values[input]),
        precision,
      );
    };
  }
  if (inputs.length > 2) {
    const round = precision === 'f32' ? Math.fround : (value: number) => value;
    return () => {
      values[place] = round(apply(...inputs.map((input) => values[input])));
    };
  }
  if (precision === 'f32') {
    return () => {
      values[place] = Math.fround(apply(values[u], values[v]));
    };
  }
  return () => {
    values[place] = apply(values[u], values[v]);
  };
}
