import { describe, expect, it } from 'vitest';
import { readParameter } from '../../src/world/check-parameter.ts';
import { clearedBy } from '../../src/world/cleared-by.ts';
import { defaultValues, parameterTable } from '../../src/world/parameters.ts';

const common = { help: 'a test', effect: 'reset' } as const;
const table = parameterTable({
  preset: {
    ...common,
    label: 'preset',
    default: 'one',
    options: ['one', 'two'],
    clears: ['size', 'text'],
  },
  size: { ...common, label: 'size', default: null, min: 1, max: 9, step: 1 },
  text: {
    ...common,
    label: 'text',
    text: true,
    default: '',
    longest: 5,
    check(text) {
      if (text === 'bad') throw new Error('“bad” is bad; give something else');
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
