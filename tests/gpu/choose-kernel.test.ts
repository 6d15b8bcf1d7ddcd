import { describe, expect, it } from 'vitest';
import type { Backend, Dispatch } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { chooseKernel } from '../../src/gpu/matmul/choose-kernel.ts';
import { candidates } from '../../src/gpu/matmul/product-kernels.ts';

type Shape = readonly [m: number, k: number, n: number];

/** A backend whose kernels take these times, one run after another, and compute nothing. */
function timed(times: (kernelName: string) => readonly number[]) {
  const ran: { readonly kernel: string; readonly shape: Shape }[] = [];
  const runs = new Map<string, number>();
  let lastRunMs: number | null = null;
  let alive = 0;
  let fails = false;
  const plain = createCpuBackend('the test');
  const compute: Backend = Object.create(plain, {
    lastRunMs: { get: () => lastRunMs },
    createBuffer: {
      value: (...given: Parameters<Backend['createBuffer']>) => {
        const buffer = plain.createBuffer(...given);
        alive += 1;
        return { ...buffer, destroy: () => (alive -= 1) };
      },
    },
    upload: { value: () => undefined },
    run: {
      value: async ([{ commands }]: Parameters<Backend['run']>[0]) => {
        if (fails) throw new Error('the device is gone');
        // What packs its matrices comes before the product itself.
        const { kernel, uniforms } = commands.at(-1) as Dispatch;
        const at = runs.get(kernel.name) ?? 0;
        runs.set(kernel.name, at + 1);
        ran.push({ kernel: kernel.name, shape: [uniforms.rows, uniforms.terms, uniforms.columns] });
        lastRunMs = times(kernel.name)[at] ?? null;
      },
    },
  });
  return {
    compute,
    ran,
    alive: () => alive,
    failing(next: boolean) {
      fails = next;
    },
  };
}

const choose = (compute: Backend, [m, k, n]: Shape) => chooseKernel(compute, { m, k, n });

describe('the kernel for a product', () => {
  it.each([
    [
      [1, 1, 1],
      [1, 1, 1],
    ],
    // Sides are rounded to powers of two, but of a narrow product the width is kept.
    [
      [90, 91, 17],
      [64, 128, 16],
    ],
    [
      [90, 91, 16],
      [64, 128, 16],
    ],
    [
      [3, 6, 15],
      [4, 8, 15],
    ],
    [
      [100, 3, 46],
      [128, 4, 64],
    ],
    // No more than 2^24 multiplications are tried; the longest side is halved.
    [
      [4096, 1, 4096],
      [4096, 1, 4096],
    ],
    [
      [8192, 1, 4096],
      [4096, 1, 4096],
    ],
    [
      [4096, 4096, 4096],
      [256, 256, 256],
    ],
    [
      [50_000, 784, 10],
      [1024, 1024, 10],
    ],
  ] as const)('of %j is chosen by a product of %j', async (shape, tried) => {
    const { compute, ran } = timed(() => [1, 1, 1, 1]);
    await choose(compute, shape);
    expect(new Set(ran.map((it) => `${it.shape}`))).toEqual(new Set([`${tried}`]));
  });

  it('is the one whose quickest run of four was the quickest', async () => {
    const times: Record<string, readonly number[]> = {
      'naive product': [9, 5, 2, 6],
      'tiled product': [3, 3, 3, 3],
      'registers 4×8 product': [90, 2.2, 4, 1],
      // After its second run this one is hopeless, beside the 2 of the first.
      'register-tiled product': [9, 7, 0, 0],
    };
    const { compute, ran, alive } = timed((name) => times[name] ?? [2.5, 2.5, 2.5, 2.5]);
    const { best, trials } = await choose(compute, [64, 64, 64]);
    expect(best.label).toBe('registers 4×8');
    expect(trials.map(({ ms }) => ms)).toEqual([1, 2, 2.5, 2.5, 3, 7]);
    expect(trials[1].kernel.label).toBe('one cell an invocation');
    // In rounds: each once, and once more, and then what is not hopeless.
    const names = candidates(64, 64).map(({ kernel }) => kernel.name);
    const hopeful = names.filter((name) => name !== 'register-tiled product');
    expect(ran.map(({ kernel }) => kernel)).toEqual([...names, ...names, ...hopeful, ...hopeful]);
    // What it was tried with is given back.
    expect(alive()).toBe(0);
  });

  it('is remembered for products of one kind, for as long as their backend', async () => {
    const first = timed(() => [1, 1, 1, 1]);
    const choice = await choose(first.compute, [64, 64, 64]);
    const runs = first.ran.length;
    expect(await choose(first.compute, [60, 70, 66])).toBe(choice);
    expect(first.ran).toHaveLength(runs);
    expect(await choose(first.compute, [128, 64, 64])).not.toBe(choice);
    expect(await choose(first.compute, [64, 128, 64])).not.toBe(choice);
    expect(await choose(first.compute, [64, 64, 128])).not.toBe(choice);
    const second = timed(() => [1, 1, 1, 1]);
    expect(await choose(second.compute, [64, 64, 64])).not.toBe(choice);
  });

  it('is looked for again where looking for it failed', async () => {
    const { compute, alive, failing } = timed(() => [1, 1, 1, 1]);
    failing(true);
    await expect(choose(compute, [8, 8, 8])).rejects.toThrow('the device is gone');
    expect(alive()).toBe(0);
    failing(false);
    expect((await choose(compute, [8, 8, 8])).trials).toHaveLength(candidates(8, 8).length);
  });

  it('is any where nothing was measured', async () => {
    const { compute } = timed(() => []);
    const { trials } = await choose(compute, [64, 64, 64]);
    expect(trials.map(({ ms }) => ms)).toEqual(
      new Array(candidates(64, 64).length).fill(Number.POSITIVE_INFINITY),
    );
  });
});
