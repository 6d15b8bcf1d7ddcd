import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivativesUpTo } from '../../../src/maths/expression/compile-slope.ts';
import { derivative } from '../../../src/maths/expression/derivative.ts';
import { compileDual } from '../../../src/maths/expression/dual.ts';
import { compileExpression, compileExpressions } from '../../../src/maths/expression/evaluate.ts';
import { call, type Expression } from '../../../src/maths/expression/expression.ts';
import { functionNames } from '../../../src/maths/expression/operations.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';
import { printExpression } from '../../../src/maths/expression/print-expression.ts';
import { makeTape } from '../../../src/maths/expression/tape.ts';
import { toTex } from '../../../src/maths/expression/to-tex.ts';
import { cornerDerivatives } from '../../support/corner-derivatives.ts';
import { generatedExpression } from '../../support/generated-expression.ts';

describe('where two functions meet there is a derivative only if theirs agree:', () => {
  it.each(cornerDerivatives)('%s at %d', (text, x, first, second) => {
    const f = parseExpression(text);
    const dual = compileDual(f)(x);
    expect([dual.first, dual.second].map((it) => it + 0)).toEqual([first, second]);
    const formulas = [derivative(f), derivative(f, 2)].map((it) => compileExpression(it)(x) + 0);
    expect(formulas).toEqual([first, second]);
  });

  it.each([
    ['|x|', '1 where x > 0; -1 where x < 0', '0 where x ≠ 0'],
    ['3|x|', '3 where x > 0; -3 where x < 0', '0 where x ≠ 0'],
    ['relu(x)', '1 where x > 0; 0 where x < 0', '0 where x ≠ 0'],
    ['sign(x)', '0 where x ≠ 0', '0 where x ≠ 0'],
    ['floor(x)', '0 where x ≠ floor(x)', '0 where x ≠ floor(x)'],
    ['max(x, 1)', '1 where x > 1; 0 where x < 1', '0 where x ≠ 1'],
    ['max(x, x)', '1', '0'],
    ['x^2 + |x|', '2x + (1 where x > 0; -1 where x < 0)', '(0 where x ≠ 0) + 2'],
  ])('the derivatives of %s are written as people write them', (text, first, second) => {
    const f = parseExpression(text);
    expect([derivative(f), derivative(f, 2)].map(printExpression)).toEqual([first, second]);
  });

  it('in TeX too', () => {
    const f = parseExpression('|x|');
    expect(toTex(derivative(f))).toBe('\\begin{cases} 1 & x > 0 \\\\ -1 & x < 0 \\end{cases}');
    expect(toTex(derivative(f, 2))).toBe('0 \\quad (x \\neq 0)');
  });
});

const infix = ['add', 'subtract', 'multiply', 'divide', 'power'] as const;
const ofOne = functionNames.filter((name) => name !== 'min' && name !== 'max');
const corners = ['abs', 'sign', 'relu', 'floor'] as const;
const all = generatedExpression(
  ['negate', ...ofOne, ...corners, ...corners],
  [...infix, 'min', 'max', 'min', 'max'],
);
/** Generic places, and those where corners, jumps and ties are. */
const place = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }).map((x) => x / 1000),
  fc.integer({ min: -6, max: 6 }).map((x) => x / 2),
);
const parameters = { a: 1.5 };

/** Every part of a formula. */
function partsOf(expression: Expression): Expression[] {
  const parts: Expression[] = [];
  for (const line of makeTape([expression]).lines) {
    const isCall = line.kind === 'call';
    parts.push(isCall ? call(line.operation, ...line.inputs.map((input) => parts[input])) : line);
  }
  return parts;
}

/** Whether no part of it is so large or small that digits are lost on the way. */
function isModerate(parts: readonly Expression[], x: number): boolean {
  const values = new Float64Array(parts.length);
  compileExpressions(parts, { parameters })(values, x);
  return values.every((it) => it === 0 || (Math.abs(it) > 1e-4 && Math.abs(it) < 100));
}

describe('a generated formula with corners', () => {
  it('has the derivatives by its formula that it has by dual numbers, or by neither', () => {
    let compared = 0;
    let without = 0;
    fc.assert(
      fc.property(all, place, (f, x) => {
        const parts = partsOf(f);
        if (!isModerate(parts, x)) return;
        const { first, second } = compileDual(f, { parameters })(x);
        const chain = derivativesUpTo(f, 2);
        const values = new Float64Array(5);
        compileExpressions([...chain, derivative(f), derivative(f, 2)], { parameters })(values, x);
        const text = `${printExpression(f)} at ${x}`;
        const size = Math.max(1, Math.abs(first) || 0, Math.abs(second) || 0);
        if (size > 1e6) return;
        compared++;
        if (Number.isNaN(first)) without++;
        for (const found of [values[1], values[3]]) {
          expect(Number.isNaN(found), text).toBe(Number.isNaN(first));
          if (!Number.isNaN(first)) expect(Math.abs(found - first), text).toBeLessThan(1e-9 * size);
        }
        if (Number.isNaN(first)) return;
        for (const found of [values[2], values[4]]) {
          expect(Number.isNaN(found), text).toBe(Number.isNaN(second));
          if (!Number.isNaN(second)) {
            expect(Math.abs(found - second), text).toBeLessThan(1e-7 * size);
          }
        }
      }),
      { seed: 8, numRuns: 15_000 },
    );
    expect(compared).toBeGreaterThan(3000);
    expect(without).toBeGreaterThan(300);
  });

  it('has the derivative that its differences have on both sides', () => {
    let compared = 0;
    fc.assert(
      fc.property(all, place, (f, x) => {
        const { value, first, second } = compileDual(f, { parameters })(x);
        if (!isModerate(partsOf(f), x) || !(Math.abs(first) + Math.abs(second) < 100)) return;
        compared++;
        const evaluate = compileExpression(f, { parameters });
        const h = 1e-7;
        for (const side of [-h, h]) {
          const slope = (evaluate(x + side) - value) / side;
          // At the end of its domain it has but one side.
          if (Number.isNaN(slope)) continue;
          expect(Math.abs(slope - first), `${printExpression(f)} at ${x}`).toBeLessThan(1e-3);
        }
      }),
      { seed: 9, numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(1000);
  });
});
