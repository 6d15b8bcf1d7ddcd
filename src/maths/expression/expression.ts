import type { Operation } from './operations.ts';

/** A formula as an immutable tree. Trees share parts; nothing ever changes one. */
export type Expression = NumberExpression | VariableExpression | CallExpression;

export interface NumberExpression {
  readonly kind: 'number';
  readonly value: number;
}

/** x, y, or a named parameter. */
export interface VariableExpression {
  readonly kind: 'variable';
  readonly name: string;
}

/** An operator, a function, or (with no argument) one of the constants pi and e. */
export interface CallExpression {
  readonly kind: 'call';
  readonly operation: Operation;
  readonly args: readonly Expression[];
}

export const number = (value: number): Expression => ({ kind: 'number', value });
export const variable = (name: string): Expression => ({ kind: 'variable', name });
export const call = (operation: Operation, ...args: readonly Expression[]): Expression => ({
  kind: 'call',
  operation,
  args,
});

/** Whether this is the number `value` (0 and -0 are one). */
export const isNumber = (expression: Expression, value?: number) =>
  expression.kind === 'number' && (value === undefined || expression.value === value);

/** The parts of a call of this operation, or null. */
export const argsOf = (expression: Expression, operation: Operation) =>
  expression.kind === 'call' && expression.operation === operation ? expression.args : null;

/** Whether two trees are the same formula, sign for sign. */
export function isSame(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.kind === 'number') return b.kind === 'number' && Object.is(a.value, b.value);
  if (a.kind === 'variable') return b.kind === 'variable' && a.name === b.name;
  return (
    b.kind === 'call' &&
    a.operation === b.operation &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => isSame(arg, b.args[i]))
  );
}
