import { expect, it } from 'vitest';
import { describeDuration } from '../../src/page/warn-of-cost.ts';

it.each([
  [1001, '1 s'],
  [1700, '2 s'],
  [42_300, '42 s'],
  [89_000, '89 s'],
  [150_000, '3 min'],
  [5.5e6, '2 h'],
  [2.6e8, '3 days'],
])('%i ms are told as “%s”', (ms, text) => expect(describeDuration(ms)).toBe(text));
