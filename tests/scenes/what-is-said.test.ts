import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { scene as derivatives } from '../../src/scenes/derivatives/scene.ts';
import { caption as curveCaption } from '../../src/scenes/derivatives/view/captions.ts';
import { scene as matmul } from '../../src/scenes/matmul/scene.ts';
import { describe as describeMatmul } from '../../src/scenes/matmul/sim/describe.ts';
import { enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import { schedule as matmulSchedule } from '../../src/scenes/matmul/sim/schedule.ts';
import { keepResults } from '../../src/scenes/matmul/studies/ladder-results.ts';
import { measureLadder } from '../../src/scenes/matmul/studies/measure-ladder.ts';
import { caption as productCaption } from '../../src/scenes/matmul/view/captions.ts';
import { charts } from '../../src/scenes/matmul/view/charts.ts';
import { scene as meanShift } from '../../src/scenes/meanshift/scene.ts';
import { caption as shiftCaption } from '../../src/scenes/meanshift/view/captions.ts';
import { rollersOf } from '../../src/systems/derivatives/entities-of.ts';
import { matmulMethods } from '../../src/systems/matmul/world.ts';
import { lookAt } from '../../src/world/look-at.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { tick } from '../../src/world/tick.ts';

const compute = createCpuBackend('test');
const nothing = { row: null, phase: null };
const still = { playing: false, isStill: true, phase: null, picked: null, looked: null };

describe('what is said of points that roll downhill', () => {
  const enter = (
    values: Partial<ReturnType<typeof defaultValues<typeof derivatives.parameters>>>,
  ) => derivatives.enter({ ...defaultValues(derivatives.parameters), ...values }, compute);

  it('counts as many as were asked for', async () => {
    const world = await enter({ motion: 'descend' });
    expect(rollersOf(world).length).toBe(400);
    expect(derivatives.describe(world, nothing).summary).toBe('step 0: 400 points released');
    await tick(world, derivatives.schedule, world.values);
    expect(derivatives.describe(world, nothing).summary).toBe(
      'step 1: 400 points rolling downhill',
    );
    world.scope.end();
  });

  it('calls nothing at rest that has flown away', async () => {
    // On x² each step multiplies x by 1 − 2·rate: by −9.
    const world = await enter({ motion: 'descend', scheme: 'dual', rate: 5, points: 10 });
    while (!world.atRest) await tick(world, derivatives.schedule, world.values);
    expect(derivatives.describe(world, nothing).summary).toMatch(
      /: 10 points, all far out of the window$/,
    );
    world.scope.end();
  });
});

/** As a reader reads it: 1.2 × 10⁻⁵. */
const readNumber = (text: string) =>
  Number(
    text
      .replace(' × 10', 'e')
      .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)))
      .replace(/[−⁻]/g, '-'),
  );

describe('what is said of a slope', () => {
  for (const precision of ['f64', 'f32'] as const) {
    it(`is a quotient that is right, down to an h that is lost beside x (${precision})`, async () => {
      const values = { ...defaultValues(derivatives.parameters), precision };
      const world = await derivatives.enter(values, compute);
      while (!world.atRest) {
        const description = derivatives.describe(world, nothing);
        const { rise = 0, run = 0, slope = 0 } = description.found ?? {};
        expect(Math.abs(rise / run - slope)).toBeLessThan(1e-12);
        const said = curveCaption({ world, description, ...still });
        const [above, below, quotient] = said.split(/ ÷ | = |; /).map(readNumber);
        expect(Math.abs(above / below - quotient)).toBeLessThanOrEqual(2e-7 * quotient);
        await tick(world, derivatives.schedule, world.values);
      }
      world.scope.end();
    });
  }
});

describe('what is said of a point at rest', () => {
  it('is that it lies on its weighted mean, whatever rounding leaves', async () => {
    const world = await meanShift.enter(defaultValues(meanShift.parameters), compute);
    while (!world.atRest) await tick(world, meanShift.schedule, world.values);
    lookAt(world, meanShift.schedule, { row: 7, isComing: false });
    expect(Math.hypot(world.focus?.pullX ?? 0, world.focus?.pullY ?? 0)).toBeLessThan(1e-6);
    const description = meanShift.describe(world, { row: 7, phase: null });
    expect(description.focus?.shift).toBe(0);
    expect(description.looked).toContain('on its weighted mean');
    const moment = { world, description, ...still, looked: 7 };
    expect(shiftCaption(moment)).toContain('lies on their weighted mean');
    for (const phase of [2, 3, 4]) {
      expect(shiftCaption({ ...moment, phase })).not.toMatch(/10⁻/);
    }
    world.scope.end();
  });

  it('is not that, where a bandwidth is far larger than what it sees', async () => {
    const values = { ...defaultValues(meanShift.parameters), bandwidth: 1e9 };
    const world = await meanShift.enter(values, compute);
    lookAt(world, meanShift.schedule, { row: 7, isComing: false });
    const { focus } = meanShift.describe(world, { row: 7, phase: null });
    expect(focus?.shift).toBeGreaterThan(1);
    world.scope.end();
  });

  it('counts no clusters before the points have come to rest', async () => {
    const world = await meanShift.enter(defaultValues(meanShift.parameters), compute);
    while (!world.atRest) {
      const { summary, clusters } = meanShift.describe(world, nothing);
      expect(clusters).toBe(null);
      expect(summary).not.toContain('cluster');
      await tick(world, meanShift.schedule, world.values);
    }
    expect(meanShift.describe(world, nothing).clusters).toBe(6);
    world.scope.end();
  });
});

describe('what is said of the ladder', () => {
  it('is measured here only where it ran: on the CPU no kernel of a GPU did', async () => {
    const world = await matmul.enter(defaultValues(matmul.parameters), compute);
    const { m, k, n } = world.product;
    const reports = await measureLadder(compute, matmulMethods, world.product);
    keepResults(compute, { shape: { m, k, n }, reports });
    const [ladder] = charts;
    const { y } = ladder.data({ world, description: matmul.describe(world, nothing), ...still });
    const measured = ladder.series.findIndex(({ label }) => label === 'measured here');
    const has = (series: number) => matmulMethods.filter((_, i) => y[series][i] !== null);
    expect(has(measured)).toEqual(['loops', 'dot', 'broadcast', 'einsum']);
    expect(has(2)).toEqual(['gpu-naive', 'gpu-tiled', 'gpu-best']);
    world.scope.end();
  });
});

describe('what is said of a product that is drawn as blocks', () => {
  const [m, k, n] = [65, 65, 65];
  const operands = { m, k, n, a: new Float64Array(m * k), b: new Float64Array(k * n) };
  const sentences = {
    loops: 'C[0:2, 0:2] += A[0:2, 0:2] · B[0:2, 0:2].',
    dot: 'Rows 0 to 1 of A on columns 0 to 1 of B: 65 products for each of the cells C[0:2, 0:2].',
    broadcast: 'Rows 0 to 1 of A, one after another, each stretched over B’s columns: (65, 1)',
  };
  const paces = { loops: 'products', dot: 'cells', broadcast: 'rows' };
  for (const method of ['loops', 'dot', 'broadcast'] as const) {
    it(`is all that a step takes (${method})`, async () => {
      const world = await enterMatmul(
        { method, kernel: 'fastest' },
        operands,
        compute,
        createScope(),
      );
      await tick(world, matmulSchedule, world.values);
      const description = describeMatmul(world, nothing);
      expect(description.summary).toContain(`several ${paces[method]} at a time`);
      const said = productCaption({ world, description, ...still });
      expect(said).toContain(sentences[method]);
      world.scope.end();
    });
  }
});
