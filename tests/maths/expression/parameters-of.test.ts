import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../../src/maths/expression/parameters-of.ts';
import { parseExpression } from '../../../src/maths/expression/parse-expression.ts';

const read = (text: string) => parseExpression(text, ['x', 'y']);

describe('a formula’s parameters', () => {
  it('are its letters but x and y, in the order of the alphabet, each once', () => {
    expect(parametersOf(read('c x + a y + a^2 + b'))).toEqual(['a', 'b', 'c']);
    expect(parametersOf(read('x + y + e + pi'))).toEqual([]);
  });
});
