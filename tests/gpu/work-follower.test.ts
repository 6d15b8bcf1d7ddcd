import { expect, it } from 'vitest';
import { followWork } from '../../src/gpu/work-follower.ts';

const follow = (works: readonly (number | undefined)[]) => {
  const told: number[] = [];
  const follower = followWork(
    works.map((work) => (work === undefined ? { kind: 'read' } : { kind: 'dispatch', work })),
    { onProgress: (fraction) => told.push(fraction) },
  );
  return { follower, told };
};

it('a run tells of the part of its work that is done, and of no more than all of it', () => {
  const { follower, told } = follow([10, undefined, 30]);
  for (const work of [10, 20, 10, 5]) follower.done(work);
  expect(told).toEqual([0.25, 0.75, 1, 1]);
});

it('a run of nothing but copies has done nothing, which is no division by zero', () => {
  const { follower, told } = follow([undefined]);
  follower.done(0);
  expect(told).toEqual([0]);
});

it('a run goes on until its signal ends it, with the signal’s reason', () => {
  const stop = new AbortController();
  const follower = followWork([], { signal: stop.signal });
  follower.check();
  stop.abort(new Error('enough'));
  expect(() => follower.check()).toThrow('enough');
  expect(() => followWork([]).check()).not.toThrow();
});
