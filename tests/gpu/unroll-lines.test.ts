import { expect, it } from 'vitest';
import { unrollLines } from '../../src/gpu/meanshift/unroll-lines.ts';

const source = `let count = 5;
let x$a_$p = at($p, $a);
let sum_$p = 0;
let other$a = 1;
end`;

it('writes neighbouring lines of a point together, and a line of an axis for each', () => {
  expect(unrollLines(source, 2, 2).split('\n')).toEqual([
    'let count = 5;',
    ...['let x0_0 = at(0, 0);', 'let x1_0 = at(0, 1);', 'let sum_0 = 0;'],
    ...['let x0_1 = at(1, 0);', 'let x1_1 = at(1, 1);', 'let sum_1 = 0;'],
    ...['let other0 = 1;', 'let other1 = 1;'],
    'end',
  ]);
});

it('names what is of a single point without its number', () => {
  expect(unrollLines(source, 1, 1).split('\n')).toEqual([
    'let count = 5;',
    'let x0 = at(0, 0);',
    'let sum = 0;',
    'let other0 = 1;',
    'end',
  ]);
});
