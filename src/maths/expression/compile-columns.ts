import type { EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { followGreater } from './follow-greater.ts';
import { describeOperation } from './operations.ts';
import { makeTape, type TapeLine } from './tape.ts';

/** So many places at once: the columns of a formula then stay in a fast cache. */
export const mostPlaces = 512;

/**
 * A function of x at `count` places at once, at most `mostPlaces`; NaN where it has no value, or none
 * that the format holds. What is given back is written over by the next call.
 */
export type EvaluateColumn = (x: Float64Array, count: number) => Float64Array;

/**
 * Makes an expression ready to be evaluated at many places: operation after operation, each a loop
 * over all places, which a compiler makes as fast as a formula written out. To the bit what
 * `compileExpression` gives.
 */
export function compileColumns(
  expression: Expression,
  { parameters = {}, precision = 'f64' }: EvaluateOptions = {},
): EvaluateColumn {
  const { lines, outputs } = makeTape([expression]);
  const isF32 = precision === 'f32';
  const columns = lines.map(() => new Float64Array(mostPlaces));
  const result = new Float64Array(mostPlaces);
  const steps: ((count: number) => void)[] = [];
  let columnOfX: Float64Array | null = null;
  lines.forEach((line, place) => {
    const column = columns[place];
    if (line.kind === 'call') {
      const inputs = line.inputs.map((input) => columns[input]);
      const second = lines[line.inputs[1]];
      const isSquare = second?.kind === 'number' && second.value === 2;
      steps.push(stepOf(line, inputs, column, precision, isSquare));
      if (isF32) steps.push((count) => roundColumn(column, count));
    } else if (line.kind === 'variable' && line.name === 'x') columnOfX = column;
    else {
      const value = line.kind === 'number' ? line.value : otherwise(line.name, parameters);
      column.fill(isF32 ? Math.fround(value) : value);
    }
  });
  const last = columns[outputs[0]];
  return (x, count) => {
    if (columnOfX) {
      columnOfX.set(count === x.length ? x : x.subarray(0, count));
      if (isF32) roundColumn(columnOfX, count);
    }
    for (const step of steps) step(count);
    // An overflow within is a large number to the operations after it; as a result it is none.
    for (let i = 0; i < count; i++) {
      const value = last[i];
      result[i] = value - value === 0 ? value : Number.NaN;
    }
    return result;
  };
}

/** There is no second variable in a column, and a parameter that is not given is 1. */
const otherwise = (name: string, parameters: Readonly<Record<string, number>>) =>
  name === 'y' ? 0 : (parameters[name] ?? 1);

function roundColumn(column: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) column[i] = Math.fround(column[i]);
}

type Call = Extract<TapeLine, { kind: 'call' }>;

function stepOf(
  { operation }: Call,
  inputs: readonly Float64Array[],
  into: Float64Array,
  precision: 'f32' | 'f64',
  isSquare: boolean,
): (count: number) => void {
  const { apply } = describeOperation(operation);
  const [u, v] = inputs;
  switch (operation) {
    // The commonest in loops of their own: a call would cost more than they do.
    case 'add':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = u[i] + v[i];
      };
    case 'subtract':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = u[i] - v[i];
      };
    case 'multiply':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = u[i] * v[i];
      };
    case 'divide':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = v[i] === 0 ? Number.NaN : u[i] / v[i];
      };
    case 'negate':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = -u[i];
      };
    case 'power':
      if (isSquare) {
        return (count) => {
          for (let i = 0; i < count; i++) into[i] = u[i] * u[i];
        };
      }
      break;
    case 'sin':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = Math.sin(u[i]);
      };
    case 'cos':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = Math.cos(u[i]);
      };
    case 'exp':
      return (count) => {
        for (let i = 0; i < count; i++) into[i] = Math.exp(u[i]);
      };
    case 'greater':
      return (count) => {
        for (let i = 0; i < count; i++) {
          into[i] = followGreater(
            inputs.map((input) => input[i]),
            precision,
          );
        }
      };
  }
  if (inputs.length > 2) {
    return (count) => {
      for (let i = 0; i < count; i++) into[i] = apply(...inputs.map((input) => input[i]));
    };
  }
  if (inputs.length < 2) {
    return (count) => {
      for (let i = 0; i < count; i++) into[i] = apply(u?.[i]);
    };
  }
  return (count) => {
    for (let i = 0; i < count; i++) into[i] = apply(u[i], v[i]);
  };
}
