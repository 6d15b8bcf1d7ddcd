import { expect, it, onTestFinished } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { estimateSweepMs } from '../../src/gpu/meanshift/estimate-sweep-ms.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { openDawn } from '../support/webgpu.ts';

const count = 4096;
/** So many batches that the work is cut into several pieces by a backend that has measured nothing. */
const step = { weightKernel: 'gaussian', bandwidth: 1, batch: 16 } as const;

/** Opens a backend that has measured nothing yet, and points on it. */
async function open({ kind }: Backend) {
  const compute = await openBackend(kind, await openDawn(), true);
  const scope = createScope();
  onTestFinished(() => {
    scope.end();
    compute.dispose();
  });
  const x = Float32Array.from({ length: count }, (_, i) => (i % 64) / 8);
  const y = Float32Array.from({ length: count }, (_, i) => Math.floor(i / 64) / 8);
  const meanShift = await createMeanShift(compute, scope, [x, y]);
  return { compute, meanShift, begun: [...x, ...y] };
}

describeEachBackend('a run', (backend) => {
  it('tells how much of it is done, in growing parts that end with the whole', async () => {
    const { compute, meanShift } = await open(backend());
    const parts: number[] = [];
    await compute.run([meanShift.shift(step), meanShift.fetch], {
      onProgress: (fraction) => parts.push(fraction),
    });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
  });

  it('that is ended rejects with the reason, early, and brings nothing back', async () => {
    const { compute, meanShift, begun } = await open(backend());
    const stop = new AbortController();
    let part = 0;
    const run = compute.run([meanShift.shift(step), meanShift.fetch], {
      signal: stop.signal,
      onProgress(fraction) {
        part = fraction;
        stop.abort(new Error('enough'));
      },
    });
    await expect(run).rejects.toThrow('enough');
    expect(part).toBeLessThan(1);
    expect([...meanShift.fetched]).toEqual(begun);
  });

  it('that was ended before its turn does nothing at all', async () => {
    const { compute, meanShift, begun } = await open(backend());
    const first = compute.run([meanShift.keepPrevious]);
    const signal = AbortSignal.abort();
    const second = compute.run([meanShift.shift(step)], { signal });
    await first;
    await expect(second).rejects.toThrow('abort');
    await compute.run([meanShift.fetch]);
    expect([...meanShift.fetched]).toEqual(begun);
  });

  it('leaves the backend ready for the next one', async () => {
    const { compute, meanShift } = await open(backend());
    await compute.run([meanShift.shift(step), meanShift.fetch]);
    const whole = [...meanShift.fetched];
    await compute.run([meanShift.restorePrevious]);
    const stop = new AbortController();
    const ended = compute.run([meanShift.shift(step)], {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(ended).rejects.toThrow('abort');
    await compute.run([meanShift.restorePrevious, meanShift.shift(step), meanShift.fetch]);
    expect([...meanShift.fetched]).toEqual(whole);
  });

  it('says how long such work would take once some was measured', async () => {
    const { compute, meanShift } = await open(backend());
    await compute.run([meanShift.shift({ ...step, batch: count })]);
    const take = (points: number, batch: number) =>
      estimateSweepMs(compute, { count: points, dimensions: 2, batch }) ?? Number.NaN;
    expect(take(count, count)).toBeGreaterThan(0);
    expect(take(1e6, 1e6) / take(5e5, 5e5)).toBeCloseTo(4, 2);
  });
});
