import { expect, it } from 'vitest';
import { mersenneTwister } from '../../src/maths/mersenne-twister.ts';

it('gives the published outputs of MT19937 for the seed 5489', () => {
  const next = mersenneTwister(5489);
  const outputs = Array.from({ length: 10_000 }, next);
  expect(outputs.slice(0, 5)).toEqual([3499211612, 581869302, 3890346734, 3586334585, 545404204]);
  expect(outputs[9_999]).toBe(4123659995);
});

it('takes the lower 32 bits of a seed, as torch does', () => {
  expect(mersenneTwister(2 ** 32 + 5)()).toBe(mersenneTwister(5)());
});
