import { describe, expect, it } from 'vitest';
import { cutFunction, linesOf } from '../../src/view/code-lines.ts';

const source = [
  'const before = 1;',
  '',
  '/** Adds. */',
  'export function add(a: number, b: number): number {',
  '  if (b > 0) {',
  '    return a + b;',
  '  }',
  '  return a;',
  '}',
  '',
  'function addTwice() {}',
].join('\n');

describe('a function cut out of its source', () => {
  it('goes from its comment to its own closing brace', () => {
    const lines = source.split('\n');
    expect(cutFunction(source, 'add')).toBe(lines.slice(2, 9).join('\n'));
  });

  it('fails loudly where the source has it no more', () => {
    expect(() => cutFunction(source, 'subtract')).toThrow('no function “subtract”');
    expect(() => cutFunction('function add() {\n  return 1;', 'add')).toThrow('“add”');
  });
});

describe('marked lines', () => {
  it('are counted from 1, both ends included', () => {
    expect(linesOf(source, 'if (b > 0)', 'return a + b')).toEqual([5, 6]);
    expect(linesOf(source, 'const before')).toEqual([1, 1]);
  });

  it.each([
    ['nowhere', 'subtract', 0],
    ['twice', 'return a', 2],
  ])('fail loudly where the text stands %s', (_, part, count) => {
    expect(() => linesOf(source, part)).toThrow(`“${part}” stands in ${count} lines`);
  });
});
