import { describe, expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { scene as derivatives } from '../../src/scenes/derivatives/scene.ts';
import { caption as curveCaption } from '../../src/scenes/derivatives/view/captions.ts';
import { scene as matmul } from '../../src/scenes/matmul/scene.ts';
import { caption as productCaption } from '../../src/scenes/matmul/view/captions.ts';
import { scene as meanShift } from '../../src/scenes/meanshift/scene.ts';
import { caption as shiftCaption } from '../../src/scenes/meanshift/view/captions.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';

const still = { playing: false, isStill: true, phase: null, picked: null, looked: null };
const nothing = { row: null, phase: null };
const compute = createCpuBackend('test');

describe('the picture that a scene opens with', () => {
  it('says how many points there are and what will become of them, until the first step', async () => {
    for (const [clusters, samples, words] of [
      [6, 250, '1,500 points; each will move to the weighted mean of its neighbours.'],
      [1, 1, 'A single point: it is the weighted mean of itself, and will stay.'],
    ] as const) {
      const values = { ...defaultValues(meanShift.parameters), clusters, samples };
      const world = await meanShift.enter(values, compute);
      const said = () =>
        shiftCaption({ world, description: meanShift.describe(world, nothing), ...still });
      expect(said()).toBe(words);
      await tick(world, meanShift.schedule, values);
      expect(said()).toBe('');
      world.scope.end();
    }
  });

  it('says what each cell of a product will be, until the first step', async () => {
    for (const [shape, words] of [
      [{ m: 3, k: 4, n: 5 }, 'Each of the 15 cells of C will be the sum of 4 products'],
      [{ m: 1, k: 1, n: 1 }, 'The cell of C will be one product'],
      [{ m: 2, k: 1, n: 2 }, 'Each of the 4 cells of C will be one product'],
    ] as const) {
      const values = { ...defaultValues(matmul.parameters), ...shape };
      const world = await matmul.enter(values, compute);
      const said = () =>
        productCaption({ world, description: matmul.describe(world, nothing), ...still });
      expect(said()).toBe(`${words}: a row of A times a column of B.`);
      await tick(world, matmul.schedule, values);
      expect(said()).toMatch(/^C\[0, 0\] \+= /);
      world.scope.end();
    }
  });

  it('says of a cell of C what it is made of, and how far it is', async () => {
    // The lesson's kind of numbers: row 1 of A is (5, 0, 4), column 0 of B is (2, 1, 1).
    const values = { ...defaultValues(matmul.parameters), preset: 'integers' } as const;
    const world = await matmul.enter(values, compute);
    const cell = 18 + 3;
    const said = () => matmul.describe(world, { row: cell, phase: null }).looked;
    const lines = 'row 1 of A times column 0 of B';
    expect(said()).toBe(`C[1, 0] will be ${lines}.`);
    // Nine products make the first row.
    for (let step = 0; step < 11; step++) await tick(world, matmul.schedule, values);
    expect(said()).toBe(`C[1, 0] = 10 after 2 of 3 products: ${lines}.`);
    await tick(world, matmul.schedule, values);
    expect(said()).toBe(`C[1, 0] = 5 · 2 + 0 · 1 + 4 · 1 = 14: ${lines}.`);
    expect(matmul.describe(world, { row: 0, phase: null }).looked).toBe('A[0, 0] = 0');
    world.scope.end();
  });

  it('says where the line of a slope will go, after its numbers, until the first step', async () => {
    const coming = 'Each step will halve h, and the line will near the tangent.';
    const values = { ...defaultValues(derivatives.parameters), f: 'x^2', at: 1, h: 1 };
    const world = await derivatives.enter(values, compute);
    const said = () =>
      curveCaption({ world, description: derivatives.describe(world, nothing), ...still });
    expect(said()).toBe(`3 ÷ 1 = 3; the exact slope is 2. ${coming}`);
    await tick(world, derivatives.schedule, values);
    expect(said()).toBe('1.25 ÷ 0.5 = 2.5; the exact slope is 2.');
    world.scope.end();
  });

  it('promises no tangent where there is none', async () => {
    const values = { ...defaultValues(derivatives.parameters), f: '|x|', at: 0, h: 1 };
    const world = await derivatives.enter(values, compute);
    const description = derivatives.describe(world, nothing);
    expect(curveCaption({ world, description, ...still })).not.toContain('tangent');
    world.scope.end();
  });
});
