import fc from 'fast-check';
import { expect, it } from 'vitest';
import { reachesAcross } from '../../src/maths/reaches-across.ts';

/** Evenly: most doubles are close to zero. */
const number = (min: number, max: number) =>
  fc.nat(2 ** 20).map((it) => min + ((max - min) * it) / 2 ** 20);
const points = (least: number, most: number, maxLength: number) =>
  fc.array(fc.tuple(number(least, most), number(-4, 4)), { minLength: 1, maxLength });

it('says of two groups on either side of a line what looking at every pair says', () => {
  fc.assert(
    fc.property(points(-1, 0, 5), points(0, 1, 40), number(0.01, 1), (here, there, radius) => {
      const all = [...here, ...there];
      const across = all.map(([it]) => it);
      const along = all.map(([, it]) => it);
      const near = (p: number, q: number, slack = 0) =>
        Math.hypot(across[p] - across[q], along[p] - along[q]) <= radius * (1 + slack);
      const facing = {
        across,
        along,
        here: Uint32Array.from(here, (_, i) => i),
        there: Uint32Array.from(there, (_, i) => here.length + i),
      };
      const expected = here.some((_, p) => there.some((__, q) => near(p, here.length + q)));
      expect(reachesAcross(facing, radius, near, () => undefined)).toBe(expected);
    }),
    { seed: 35, numRuns: 5000 },
  );
});
