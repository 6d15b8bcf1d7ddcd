import { expect, it } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { distances } from '../../src/scenes/derivatives/studies/distances.ts';
import { type SlopesOf, tabulateSlopes } from '../../src/scenes/derivatives/studies/slope-table.ts';

const of: SlopesOf = {
  expression: parseExpression('a x^3'),
  parameters: { a: 2 },
  scheme: 'central',
  order: 1,
  precision: 'f64',
};
const places = (count: number) => ({
  x: Float64Array.from({ length: count }, (_, i) => i / count),
  h: new Float64Array(count).fill(0.5),
});

it('takes slopes over a distance of its own at each place', async () => {
  const x = Float64Array.of(1, 1, 2);
  const h = Float64Array.of(1, 0.5, 0.25);
  const found = await tabulateSlopes(createCpuBackend('a test'), of, { x, h });
  // 2((x + h)³ - (x - h)³) / 2h = 6x² + 2h².
  expect([...found.slopes]).toEqual([8, 6.5, 24.125]);
  expect([...found.exact]).toEqual([6, 6, 24]);
  expect([...found.error]).toEqual([2, 0.5, 0.125]);
  expect([...found.values]).toEqual([2, 2, 16]);
});

it('computes on the backend where that has the precision, and in slices elsewhere', async () => {
  const compute = createCpuBackend('a test');
  let runs = 0;
  const counted: Backend = {
    ...compute,
    run(...args) {
      runs += 1;
      return compute.run(...args);
    },
  };
  await tabulateSlopes(counted, of, places(10));
  expect(runs).toBe(1);
  const { slopes } = await tabulateSlopes(counted, { ...of, precision: 'f32' }, places(10));
  expect(runs).toBe(1);
  for (const slope of slopes) expect(Math.fround(slope)).toBe(slope);
});

it('tells how far it is, and ends by its signal wherever it is', async () => {
  for (const precision of ['f64', 'f32'] as const) {
    for (const until of ['slopes', 'the exact derivative']) {
      const ending = new AbortController();
      const told: string[] = [];
      const table = tabulateSlopes(createCpuBackend('a test'), { ...of, precision }, places(2e5), {
        signal: ending.signal,
        onProgress(what, fraction) {
          told.push(what);
          expect(fraction).toBeGreaterThan(0);
          expect(fraction).toBeLessThanOrEqual(1);
          if (what === until) ending.abort(new Error('enough'));
        },
      });
      await expect(table).rejects.toThrow('enough');
      expect(told.at(-1)).toBe(until);
    }
  }
});

it('sweeps the powers of ten themselves', () => {
  const h = distances(2);
  expect(h).toHaveLength(33);
  expect([h[0], h[2], h[20], h[32]]).toEqual([1, 0.1, 1e-10, 1e-16]);
  expect(h[1]).toBeCloseTo(Math.sqrt(0.1), 15);
});
