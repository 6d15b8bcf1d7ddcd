import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { candidates } from '../../src/gpu/matmul/product-kernels.ts';
import { describe } from '../../src/scenes/matmul/sim/describe.ts';
import { type EnteredMatmul, enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import { phases } from '../../src/scenes/matmul/sim/phases.ts';
import { schedule } from '../../src/scenes/matmul/sim/schedule.ts';
import { code, codeValues } from '../../src/scenes/matmul/view/code.ts';
import { wgslListing } from '../../src/scenes/matmul/view/wgsl-listing.ts';
import { matmulMethods } from '../../src/systems/matmul/world.ts';
import { tick } from '../../src/world/tick.ts';

const operands = { m: 2, k: 3, n: 2, a: new Float64Array(6), b: new Float64Array(6) };
const enter = (method: (typeof matmulMethods)[number]): Promise<EnteredMatmul> =>
  enterMatmul({ method, kernel: 'fastest' }, operands, createCpuBackend('test'), createScope());
const at = (world: EnteredMatmul) => ({
  world,
  description: describe(world, { row: null, phase: null }),
  playing: false,
  isStill: true,
  phase: null,
  picked: null,
  looked: null,
});

it.each(matmulMethods)(
  '%s is shown in Python and TypeScript, with a line for each phase',
  async (method) => {
    const world = await enter(method);
    const listings = code(at(world));
    expect(listings.map(({ language }) => language).slice(0, 2)).toEqual(['Python', 'TypeScript']);
    for (const { phases: lines, text } of listings) {
      for (const { name } of phases) {
        const [first, last] = lines[name];
        expect(first).toBeLessThanOrEqual(last);
        expect(last).toBeLessThanOrEqual(text.split('\n').length);
      }
    }
    // The same object: nothing is drawn anew that has not changed.
    expect(code(at(world))).toBe(listings);
    world.scope.end();
  },
);

it('shows the very WGSL that a kernel is compiled from, for each that may be chosen', () => {
  for (const kernel of candidates(300, 10)) {
    const { text, phases: lines } = wgslListing(kernel);
    expect(text).toBe(kernel.kernel.wgsl.trimEnd());
    expect(Object.keys(lines)).toEqual(phases.map(({ name }) => name));
  }
});

it('names the indices that the step works on', async () => {
  const world = await enter('loops');
  expect(codeValues(at(world))).toEqual([]);
  for (let step = 0; step < 5; step++) await tick(world, schedule, world.values);
  // The fifth product of 2×3 @ 3×2: i = 0, j = 1, k = 1.
  expect(codeValues(at(world)).map(({ value }) => value)).toEqual(['0', '1', '1']);
  world.scope.end();
  const row = await enter('broadcast');
  await tick(row, schedule, row.values);
  expect(codeValues(at(row)).map(({ value }) => value)).toEqual(['0', ':', ':']);
  row.scope.end();
});
