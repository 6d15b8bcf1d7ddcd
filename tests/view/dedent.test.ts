import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dedent } from '../../src/view/dedent.ts';

it('takes away what every line begins with, and keeps what lines have beyond it', () => {
  expect(dedent('    def f(x):\n      return x\n    f(1)')).toBe('def f(x):\n  return x\nf(1)');
  expect(dedent('\tif a:\n\t\tb')).toBe('if a:\n\tb');
  expect(dedent('a\n  b')).toBe('a\n  b');
});

it('does not ask lines of nothing for an indent, and leaves nothing in them', () => {
  expect(dedent('  a\n\n   \n  b\n')).toBe('a\n\n\nb\n');
  expect(dedent('')).toBe('');
  expect(dedent('  \n ')).toBe('\n');
});

it('takes tabs and spaces for what they are', () => {
  expect(dedent('\ta\n  b')).toBe('\ta\n  b');
});

it('brings back any text that begins at its edge, however far it was moved in', () => {
  const line = fc.stringMatching(/^ {0,6}[a-z(]+ ?[a-z]*$/).map((text) => text.trimEnd());
  const text = fc.tuple(fc.stringMatching(/^[a-z]+$/), fc.array(line));
  fc.assert(
    fc.property(text, fc.nat(12), ([first, rest], indent) => {
      const lines = [first, ...rest];
      const moved = lines.map((it) => ' '.repeat(indent) + it).join('\n');
      expect(dedent(moved)).toBe(lines.join('\n'));
    }),
  );
});
