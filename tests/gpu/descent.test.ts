import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createDescent, type DescentStep } from '../../src/gpu/derivatives/descent.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { describeEachBackend } from '../support/each-backend.ts';

async function descend(
  backend: Backend,
  text: string,
  positions: readonly number[],
  step: DescentStep,
  steps = 1,
) {
  const scope = createScope();
  const descent = createDescent(backend, scope, positions);
  const f = parseExpression(text, ['x', 'y']);
  await descent.prepare(f, step.scheme);
  for (let i = 0; i < steps; i++) await backend.run([descent.descend(f, step)]);
  await backend.run([descent.fetch]);
  const { fetched } = descent;
  const result = {
    positions: Array.from(fetched.positions),
    heights: Array.from(fetched.heights),
    defined: Array.from(fetched.defined),
  };
  await backend.run([descent.restorePrevious, descent.fetch]);
  const previous = Array.from(fetched.positions);
  scope.end();
  return { ...result, previous };
}

describeEachBackend('gradient descent', (backend) => {
  for (const scheme of ['forward', 'backward', 'central', 'five-point', 'dual'] as const) {
    it(`takes a step against the gradient: ${scheme}`, async () => {
      // f = x² + 3xy + 2y: the gradient is (2x + 3y, 3x + 2).
      const step = { scheme, spacing: 2 ** -8, rate: 0.125 };
      const found = await descend(backend(), 'x^2 + 3x y + 2y', [1, -2, 0, 2, 1, 0], step);
      const expected = [1 - 8 / 8, -2 + 1 / 8, 0, 2 - 5 / 8, 1 + 4 / 8, -2 / 8];
      found.positions.forEach((it, i) => {
        expect(Math.abs(it - expected[i])).toBeLessThan(1e-3);
      });
      expect(found.heights).toEqual([11, 0, 0]);
      expect(found.defined).toEqual([3, 3, 3]);
      expect(found.previous).toEqual([1, -2, 0, 2, 1, 0]);
    });
  }

  it('finds the minima of Himmelblau’s function', async () => {
    const text = '(x^2 + y - 11)^2 + (x + y^2 - 7)^2';
    const step = { scheme: 'central', spacing: 2 ** -7, rate: 0.01 } as const;
    const { positions } = await descend(backend(), text, [3, -3, -4, 4, 1, 3, -3, -2], step, 300);
    const minima = [3, 2, -2.805118, 3.131312, -3.77931, -3.283186, 3.584428, -1.848127];
    for (let i = 0; i < 4; i++) {
      expect(positions[i]).toBeCloseTo(minima[2 * i], 2);
      expect(positions[4 + i]).toBeCloseTo(minima[2 * i + 1], 2);
    }
  });

  it('a point without a slope stays, and the others go on', async () => {
    const step = { scheme: 'central', spacing: 2 ** -7, rate: 1 } as const;
    const found = await descend(backend(), 'ln(x) + y', [-1, 1, 0, 0], step);
    expect(found.positions.map((it) => Math.round(it * 1000) / 1000 + 0)).toEqual([-1, 0, 0, -1]);
    expect(found.defined).toEqual([0, 3]);
  });

  it('of x alone moves nothing along y, and a rate that is too large stops within the format', async () => {
    const step = { scheme: 'dual', spacing: 1, rate: 30 } as const;
    const found = await descend(backend(), 'x^2', [1, 5], step, 250);
    expect(found.positions[1]).toBe(5);
    expect(Number.isFinite(found.positions[0])).toBe(true);
    expect(Math.abs(found.positions[0])).toBeGreaterThan(1e15);
    expect(found.defined).toEqual([0]);
  });

  it.each([
    // There is a value at 0, but a point of the difference has none.
    ['sqrt(x) + y', 'x'],
    ['sqrt(y) + x', 'y'],
  ])('a point of %s with a value and no slope along %s stays on both axes', async (text) => {
    const step = { scheme: 'central', spacing: 2 ** -7, rate: 1 } as const;
    const found = await descend(backend(), text, [0, 0], step);
    expect(found.positions).toEqual([0, 0]);
    expect(found.heights).toEqual([0]);
    expect(found.defined).toEqual([1]);
  });

  it('a point without a value has the height 0, and says that it has none', async () => {
    const step = { scheme: 'dual', spacing: 1, rate: 1 } as const;
    const found = await descend(backend(), '5 + ln(x)', [-1, 1, 2, 2], step);
    expect(found.heights).toEqual([0, 5]);
    expect(found.positions).toEqual([-1, 0, 2, 2]);
    expect(found.defined).toEqual([0, 3]);
  });

  it('is along x and y by their own letters, and points can be put elsewhere', async () => {
    const scope = createScope();
    const descent = createDescent(backend(), scope, [0, 0, 0, 0]);
    const f = parseExpression('a x + b y', ['x', 'y']);
    await descent.prepare(f, 'dual');
    descent.setPositions([1, 2, 3, 4]);
    const parameters = { a: 2, b: -4 };
    const step = { scheme: 'dual', spacing: 1, rate: 0.5, parameters } as const;
    await backend().run([descent.descend(f, step), descent.fetch]);
    expect([...descent.fetched.positions]).toEqual([0, 1, 5, 6]);
    expect([...descent.fetched.heights]).toEqual([-10, -12]);
    // A letter without a value is 1.
    await backend().run([descent.restorePrevious]);
    await backend().run([descent.descend(f, { ...step, parameters: {} }), descent.fetch]);
    expect([...descent.fetched.positions]).toEqual([0.5, 1.5, 2.5, 3.5]);
    descent.setPositions([7, 7, 7, 7]);
    await backend().run([descent.restorePrevious, descent.fetch]);
    expect([...descent.fetched.positions]).toEqual([7, 7, 7, 7]);
    scope.end();
  });
});
