import { describe, expect, it } from 'vitest';
import { readParameter } from '../../src/world/check-parameter.ts';
import { clearedBy } from '../../src/world/cleared-by.ts';
import { defaultValues, parameterTable } from '../../src/world/parameters.ts';
import { resolveValues } from '../../src/world/resolve-values.ts';

const common = { help: 'a test', effect: 'reset' } as const;
const table = parameterTable({
  preset: {
    ...common,
    label: 'preset',
    default: 'one',
    options: ['one', 'two'],
    clears: ['size', 'text'],
  },
  size: {
    ...common,
    label: 'size',
    default: null,
    standsFor: ({ text }) => (text as { words: string[] }).words.length,
    min: 1,
    max: 9,
    step: 1,
  },
  most: {
    ...common,
    label: 'most',
    default: null,
    min: 1,
    max: ({ other }) => 2 * Number(other),
    step: 1,
  },
  text: {
    ...common,
    label: 'text',
    text: true,
    default: '',
    longest: 5,
    standsFor: ({ preset }) => `of ${preset}`,
    parse: (text: string) => {
      if (text === 'bad') throw new Error('“bad” is bad; give something else');
      return { words: text.split(' ') };
    },
  },
  other: { ...common, label: 'other', default: 3, min: 1, max: 9, step: 1 },
});

describe('a parameter that clears others', () => {
  const values = { ...defaultValues(table), size: 7, text: 'mine', other: 8 };

  it('takes them back to their defaults when another value is chosen', () => {
    expect(clearedBy(table, values, { preset: 'two' })).toEqual({ size: null, text: '' });
  });

  it('leaves them when the same value is chosen, or another parameter', () => {
    expect(clearedBy(table, values, { preset: 'one', other: 4 })).toEqual({});
  });
});

describe('a text parameter', () => {
  it('is taken as it was typed', () => {
    expect(readParameter('--text', table.text, ' a b ')).toBe(' a b ');
  });

  it('is refused when it is too long, or its own check refuses it', () => {
    expect(() => readParameter('--text', table.text, 'abcdef')).toThrow(
      '--text has 6 characters; at most 5 are possible',
    );
    expect(() => readParameter('--text', table.text, 'bad')).toThrow(
      '--text: “bad” is bad; give something else',
    );
  });
});

describe('what values mean', () => {
  const values = defaultValues(table);

  it('is what they are, where nothing is read and nothing automatic', () => {
    expect(resolveValues(table, { ...values, size: 4, most: 5 })).toMatchObject({
      preset: 'one',
      size: 4,
      most: 5,
      other: 3,
    });
  });

  it('is a text’s tree, and the number that an automatic value stands for', () => {
    const resolved = resolveValues(table, { ...values, text: 'a b c' });
    expect(resolved).toEqual({
      preset: 'one',
      size: 3,
      most: 6,
      text: { words: ['a', 'b', 'c'] },
      other: 3,
    });
  });

  it('is what an empty text stands for', () => {
    const { text, size } = resolveValues(table, { ...values, preset: 'two' });
    expect(text).toEqual({ words: ['of', 'two'] });
    expect(size).toBe(2);
  });

  it('is read again only where the text is another', () => {
    const typed = { ...values, text: 'a b' };
    const former = { values: typed, resolved: resolveValues(table, typed) };
    expect(resolveValues(table, { ...typed, other: 4 }, former).text).toBe(former.resolved.text);
    expect(resolveValues(table, { ...typed, text: 'c' }, former).text).toEqual({ words: ['c'] });
    // What the empty text stands for changes with the preset.
    const empty = { values, resolved: resolveValues(table, values) };
    expect(resolveValues(table, { ...values, preset: 'two' }, empty).text).toEqual({
      words: ['of', 'two'],
    });
  });
});
