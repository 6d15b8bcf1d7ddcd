import fc from 'fast-check';
import { call, type Expression, number, variable } from '../../src/maths/expression/expression.ts';
import type { Operation } from '../../src/maths/expression/operations.ts';

const leaves = fc.oneof(
  { weight: 4, arbitrary: fc.constant(variable('x')) },
  { weight: 1, arbitrary: fc.constantFrom(call('pi'), call('e'), variable('a')) },
  { weight: 3, arbitrary: fc.integer({ min: -4, max: 4 }).map(number) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 0.1, 2.5, 1e-7).map(number) },
);

/** Formulas such as the parser gives: a number's sign belongs to the number. */
export const generatedExpression = (
  unary: readonly Operation[],
  binary: readonly Operation[],
): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaves,
      fc
        .tuple(fc.constantFrom(...unary), tie('tree'))
        .map(([operation, u]) =>
          operation === 'negate' && u.kind === 'number' ? number(-u.value) : call(operation, u),
        ),
      fc
        .tuple(fc.constantFrom(...binary), tie('tree'), tie('tree'))
        .map(([operation, u, v]) => call(operation, u, v)),
    ),
  })).tree;
