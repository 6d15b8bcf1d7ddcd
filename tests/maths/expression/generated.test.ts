import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { compileExpression } from '../../../src/maths/expression/evaluate.ts';
import { isSame } from '../../../src/maths/expression/expression.ts';
import { functionNames, type Operation } from '../../../src/maths/expression/operations.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';
import { simplify } from '../../../src/maths/expression/simplify.ts';
import { generatedExpression } from '../../support/generated-expression.ts';
import { referenceDerivative } from '../../support/reference-derivative.ts';

const infix = ['add', 'subtract', 'multiply', 'divide', 'power'] as const;
const ofOne = functionNames.filter((name) => name !== 'min' && name !== 'max');
const all = generatedExpression(['negate', ...ofOne], [...infix, 'min', 'max']);
const smoothOnes: readonly Operation[] = [
  'negate',
  'exp',
  'ln',
  'sqrt',
  'sin',
  'cos',
  'atan',
  'tanh',
  'sigmoid',
  'softplus',
  'gelu',
  'erf',
];
const smooth = generatedExpression(smoothOnes, infix);
const place = fc.integer({ min: -3000, max: 3000 }).map((x) => x / 1000);
const parameters = { a: 1.5 };
/** The same formulas each time: of a million, a few are beyond what a difference can tell. */
const runs = { seed: 12 };

describe('a generated formula', () => {
  it('reads back as the same when it is printed', () => {
    fc.assert(
      fc.property(all, (f) => {
        const text = printExpression(f);
        expect(isSame(parseExpression(text), f), text).toBe(true);
      }),
      { ...runs, numRuns: 2000 },
    );
  });

  it('prints its simplified form so that it reads back with the same value', () => {
    fc.assert(
      fc.property(all, place, (f, x) => {
        const simple = simplify(f);
        const read = parseExpression(printExpression(simple));
        expect(compileExpression(read, { parameters })(x)).toEqual(
          compileExpression(simple, { parameters })(x),
        );
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  it('has a derivative on which the formula, dual numbers and a high-order difference agree', () => {
    let compared = 0;
    // u^n has the slope n u^(n-1) u'; where u is 0 and n turns out as 0 or 1, that says nothing.
    let unsaid = 0;
    fc.assert(
      fc.property(smooth, place, (f, x) => {
        const evaluate = compileExpression(f, { parameters });
        const slope = compileExpression(derivative(f), { parameters });
        const { value, first, second } = compileDual(f, { parameters })(x);
        expect(value).toEqual(evaluate(x));
        const size = Math.max(Math.abs(value), Math.abs(first), Math.abs(second), 1);
        // Where a value is lost among others that are far larger, no two ways need to agree.
        if (!(size < 1e4)) return;
        const bend = compileExpression(derivative(f, 2), { parameters })(x);
        const wide = referenceDerivative(evaluate, x, 0.02);
        const narrow = referenceDerivative(evaluate, x, 0.002);
        // A difference is a reference only where it does not depend on its reach.
        if (!(Math.abs(wide - narrow) < 1e-7 * size)) return;
        compared++;
        if (Number.isNaN(slope(x)) || Number.isNaN(bend)) {
          unsaid++;
          return;
        }
        expect(Math.abs(slope(x) - first), `${printExpression(f)} at ${x}`).toBeLessThan(
          1e-9 * size,
        );
        expect(Math.abs(wide - first), `${printExpression(f)} at ${x}`).toBeLessThan(1e-6 * size);
        expect(Math.abs(bend - second), `${printExpression(f)} at ${x}`).toBeLessThan(1e-6 * size);
      }),
      { ...runs, numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(1000);
    expect(unsaid).toBeLessThan(compared / 100);
  });
});
