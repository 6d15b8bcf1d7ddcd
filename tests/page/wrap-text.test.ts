import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/page/wrap-text.ts';

const measure = (text: string) => text.length;

describe('a text in lines', () => {
  it('breaks between words', () => {
    expect(wrapText('one two three four', 9, measure)).toEqual(['one two', 'three', 'four']);
    expect(wrapText('', 9, measure)).toEqual([]);
  });

  it('breaks an address after its signs, and a long word anywhere', () => {
    expect(wrapText('a.org/x#v=1&scene=2', 12, measure)).toEqual(['a.org/x#v=1&', 'scene=2']);
    expect(wrapText('abcdefgh', 3, measure)).toEqual(['abc', 'def', 'gh']);
  });

  it('loses no character but spaces, and no line is too wide', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '&', '/', '=', '-'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (given, widest) => {
        const lines = wrapText(given, widest, measure);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(widest);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
