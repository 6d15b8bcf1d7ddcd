import { describe, expect, it } from 'vitest';
import { compileExpression } from '../../../src/maths/expression/evaluate.ts';
import {
  functionNames,
  isFunctionName,
  operations,
} from '../../../src/maths/expression/operations.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

describe('a power', () => {
  const { apply } = operations.power;

  it('of 0 has no value where its exponent is below 0: that divides by 0', () => {
    for (const exponent of [-1, -2, -0.5, -1e-300]) {
      expect(apply(0, exponent)).toBeNaN();
      expect(apply(-0, exponent)).toBeNaN();
    }
    for (const text of ['x^-1', 'x^-2', 'x^(-0.5)', '0^(x-1)']) {
      expect(compileExpression(parseExpression(text))(0)).toBeNaN();
    }
  });

  it('of 0 is 0 above 0, and 1 at 0', () => {
    expect(apply(0, 2)).toBe(0);
    expect(apply(0, 0.5)).toBe(0);
    expect(apply(0, 0)).toBe(1);
  });

  it('of anything else is what it is', () => {
    expect(apply(2, -1)).toBe(0.5);
    expect(apply(-2, 3)).toBe(-8);
    expect(apply(-2, -3)).toBe(-0.125);
    expect(apply(-8, 1 / 3)).toBeNaN();
    expect(apply(10, 400)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('what has no value', () => {
  it('is a quotient by 0, whatever the numerator', () => {
    for (const numerator of [-1, 0, 3]) expect(operations.divide.apply(numerator, 0)).toBeNaN();
    expect(operations.divide.apply(1, -0)).toBeNaN();
    expect(operations.divide.apply(6, -3)).toBe(-2);
  });

  it('is a logarithm of 0 and below', () => {
    for (const name of ['ln', 'log2', 'log10'] as const) {
      expect(operations[name].apply(0)).toBeNaN();
      expect(operations[name].apply(-1)).toBeNaN();
      expect(operations[name].apply(1)).toBe(0);
    }
  });
});

describe('a function', () => {
  it('is named, an operator or a constant is not', () => {
    for (const name of ['sin', 'max', 'gelu', 'erf']) expect(isFunctionName(name)).toBe(true);
    for (const name of ['pi', 'e', 'add', 'subtract', 'multiply', 'divide', 'power', 'negate']) {
      expect(isFunctionName(name)).toBe(false);
      expect(functionNames).not.toContain(name);
    }
    expect(isFunctionName('toString')).toBe(false);
  });

  it('of large arguments neither overflows nor loses its digits', () => {
    const { sigmoid, softplus, gelu, relu } = operations;
    // softplus(x) = ln(1 + e^x) is x itself for large x, and e^x for small; the sigmoid likewise.
    expect(softplus.apply(1000)).toBe(1000);
    expect(softplus.apply(-1000)).toBe(0);
    expect(softplus.apply(0)).toBeCloseTo(Math.LN2, 15);
    expect(softplus.apply(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
    expect(sigmoid.apply(1000)).toBe(1);
    expect(sigmoid.apply(-1000)).toBe(0);
    expect(sigmoid.apply(0)).toBe(0.5);
    expect(sigmoid.apply(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
    // x Φ(x), with Φ(1) and Φ(-1) from tables of the normal distribution.
    expect(gelu.apply(1)).toBeCloseTo(0.8413447460685429, 14);
    expect(gelu.apply(-1)).toBeCloseTo(-0.15865525393145707, 14);
    expect(relu.apply(-2)).toBe(0);
    expect(relu.apply(2)).toBe(2);
  });
});
