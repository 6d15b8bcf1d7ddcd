import { expect, it, vi } from 'vitest';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import { functionKernel } from '../../src/gpu/derivatives/function-kernel.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';

const make = vi.fn(() =>
  declareKernel({
    name: 'any',
    body: 'fn main() {}',
    workgroupSize: [1, 1, 1],
    uniforms: {},
    bindings: {},
    cpu: () => undefined,
  }),
);
const kept = (formula: string, use = 'tests') =>
  functionKernel(use, parseExpression(formula), make);

it('a kernel is made once for each use and function', () => {
  const one = kept('sin(x)');
  expect(kept('sin( x )')).toBe(one);
  expect(kept('cos(x)')).not.toBe(one);
  expect(kept('sin(x)', 'other tests')).not.toBe(one);
  expect(make).toHaveBeenCalledTimes(3);
});

it('the 64 kernels that were used last are kept', () => {
  const number = (i: number) => kept(`x + ${i}`);
  const made = Array.from({ length: 64 }, (_, i) => number(1 + i));
  expect(made.map((_, i) => number(1 + i))).toEqual(made);
  // Used again, the first is the youngest, and the second goes.
  const first = number(1);
  number(65);
  make.mockClear();
  expect(number(1)).toBe(first);
  expect(number(3)).toBe(made[2]);
  expect(make).not.toHaveBeenCalled();
  expect(number(2)).not.toBe(made[1]);
  expect(make).toHaveBeenCalledTimes(1);
});
