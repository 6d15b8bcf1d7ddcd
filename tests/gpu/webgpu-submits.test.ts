import { afterEach, describe, expect, it, vi } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import { declareStretch, openFakeBackend } from '../support/open-fake-backend.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const timed = { features: ['timestamp-query'] };

describe('the buffers of WebGPU', () => {
  it('are for kernels and copies, and never empty', async () => {
    const { compute, buffers } = await openFakeBackend();
    for (const length of [0, 1, 25]) compute.createBuffer('made', 'u32', length);
    const usage = 128 | 4 | 8;
    expect(buffers.slice(-3)).toMatchObject([4, 4, 100].map((size) => ({ size, usage })));
    compute.createBuffer('gone', 'f32', 1).destroy();
    expect(buffers.at(-1)).toMatchObject({ label: 'gone', isDestroyed: true });
  });

  it('are refused where the GPU cannot bind so much', async () => {
    const limits = { maxStorageBufferBindingSize: 3_000_000, maxBufferSize: 2_000_000 };
    const { compute } = await openFakeBackend({ limits });
    expect(compute.largestBuffer).toBe(2_000_000);
    compute.createBuffer('just', 'f32', 500_000);
    expect(() => compute.createBuffer('points', 'f32', 500_001)).toThrow(
      new InputError(
        '“points” needs 3 MB, more than the 2 MB this GPU can bind: use less of it, or the cpu backend',
      ),
    );
  });

  it('are written, copied and read by elements of four bytes', async () => {
    const { compute, a, b, asked } = await openFakeBackend();
    compute.upload(a, Float32Array.of(1, 2, 3), 10);
    expect(asked('writeBuffer')).toEqual([['a', 40, 12]]);
    const into = new Float32Array(100);
    const recording = compute.record([
      { kind: 'copy', from: a, to: b, fromOffset: 11, toOffset: 5, length: 2 },
      { kind: 'read', from: b, into },
      { kind: 'copy', from: a, to: b },
    ]);
    await compute.run([recording]);
    expect(asked('copyBufferToBuffer')).toEqual([
      ['a', 44, 'b', 20, 8],
      ['b', 0, expect.any(String), 0, 400],
      ['a', 0, 'b', 0, 400],
    ]);
    expect([...into.slice(4, 8)]).toEqual([0, 2, 3, 0]);
    // What is read says by itself that the work is done.
    expect(asked('onSubmittedWorkDone')).toEqual([]);
    await compute.run([compute.record([{ kind: 'copy', from: a, to: b }])]);
    expect(asked('onSubmittedWorkDone')).toHaveLength(1);
  });

  it('that could not be made are told of by the next run, and by that one alone', async () => {
    const { compute, scopes, a, b } = await openFakeBackend();
    scopes.push(null, 'there is no room');
    compute.createBuffer('large', 'f32', 10);
    const run = () => compute.run([compute.record([{ kind: 'copy', from: a, to: b }])]);
    await expect(run()).rejects.toThrow(new Error('buffer “large”: there is no room'));
    await run();
  });
});

describe('the work of a run on WebGPU', () => {
  it('goes in submits of 50 ms, at 25,000 iterations a millisecond until one was measured', async () => {
    // Its clock stands still, so that nothing is measured.
    const { compute, dispatch, kernel, log } = await openFakeBackend(timed);
    expect(compute.workWithin(kernel, 50)).toBe(1_250_000);
    expect(compute.estimateMs(kernel, 1, 1)).toBe(null);
    const cut = async (works: readonly number[]) => {
      log.length = 0;
      const parts: number[] = [];
      const commands = works.map((work) => dispatch({ work }));
      await compute.run([compute.record(commands)], { onProgress: (part) => parts.push(part) });
      expect(parts).toHaveLength(works.length);
      expect(parts.at(-1)).toBe(1);
      const names = log.map(([name]) => name);
      return names
        .join(' ')
        .split('submit')
        .slice(0, -1)
        .map((it) => it.split('dispatchWorkgroups').length - 1);
    };
    // Beside its own work each dispatch costs as much as 20,000 iterations.
    expect(await cut([605_000, 605_000, 605_000, 605_000, 605_000])).toEqual([2, 2, 1]);
    expect(await cut([605_000, 605_001])).toEqual([1, 1]);
    expect(await cut([1e9, 1, 1e9])).toEqual([1, 1, 1]);
    expect(await cut([5, 1e9])).toEqual([1, 1]);
  });

  it('teaches a kernel’s speed where it is long enough, and of several their share', async () => {
    const { compute, kernel, dispatch, passes, a, b } = await openFakeBackend(timed);
    expect(compute.timer).toBe('timestamp-query');
    expect(compute.lastRunMs).toBe(null);
    const copy = { kind: 'copy', from: a, to: b } as const;
    const recording = compute.record([copy, dispatch({ work: 980_000 })]);
    passes.nanoseconds = 250_000n;
    await compute.run([recording]);
    expect(compute.lastRunMs).toBe(0.25);
    expect(compute.estimateMs(kernel, 1, 1)).toBe(null);
    passes.nanoseconds = 10_000_000n;
    await compute.run([recording]);
    expect(compute.lastRunMs).toBe(10);
    // A million iterations in 10 ms.
    expect(compute.workWithin(kernel, 50)).toBe(5_000_000);
    expect(compute.estimateMs(kernel, 960_000, 2)).toBe(10);
    const other = declareStretch('other');
    await compute.compile(other);
    passes.nanoseconds = 40_000_000n;
    // 4 ms and 16 ms are expected of these: what takes twice as long makes both half as fast.
    const both = [dispatch({ work: 380_000 }), dispatch({ kernel: other, work: 380_000 })];
    await compute.run([compute.record(both)]);
    expect(compute.estimateMs(kernel, 960_000, 2)).toBeCloseTo(20, 9);
    expect(compute.estimateMs(other, 380_000, 1)).toBeCloseTo(32, 9);
  });

  it('is timed from the first pass to the last', async () => {
    const { compute, dispatch, a, b, asked } = await openFakeBackend(timed);
    const copy = { kind: 'copy', from: a, to: b } as const;
    await compute.run([compute.record([dispatch(), dispatch(), copy, dispatch(), copy])]);
    const querySet = expect.anything();
    expect(asked('beginComputePass')).toEqual([
      [{ timestampWrites: { querySet, beginningOfPassWriteIndex: 0 } }],
      [{ timestampWrites: { querySet, endOfPassWriteIndex: 1 } }],
    ]);
    expect(asked('end')).toHaveLength(2);
    expect(asked('resolveQuerySet')).toEqual([[0, 2, 'pass times', 0]]);
    // Of copies alone there is nothing to time.
    await compute.run([compute.record([copy])]);
    expect(asked('resolveQuerySet')).toHaveLength(1);
    expect(compute.lastRunMs).toBe(0);
  });

  it('is timed by the wall where the device has no clock', async () => {
    const { compute, dispatch, device } = await openFakeBackend();
    expect(compute.timer).toBe('wall clock');
    let now = 100;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.spyOn(device.queue, 'onSubmittedWorkDone').mockImplementation(async () => {
      now += 7;
      return undefined;
    });
    await compute.run([compute.record([dispatch({ work: 1e9 }), dispatch({ work: 1e9 })])]);
    expect(compute.lastRunMs).toBe(14);
  });

  it('tells of the part that is done, to which copies add nothing', async () => {
    const { compute, dispatch, a, b } = await openFakeBackend(timed);
    const copy = { kind: 'copy', from: a, to: b } as const;
    const commands = [copy, dispatch({ work: 1e9 }), copy, dispatch({ work: 3e9 }), copy];
    const parts: number[] = [];
    await compute.run([compute.record(commands)], { onProgress: (part) => parts.push(part) });
    expect(parts).toEqual([0.25, 1]);
  });

  it('that fails says why, watched or not', async () => {
    const { compute, dispatch, scopes } = await openFakeBackend();
    const recording = compute.record([dispatch()]);
    await compute.run([recording]);
    for (const options of [undefined, {}, { signal: new AbortController().signal }]) {
      scopes.push('it is too much');
      await expect(compute.run([recording], options)).rejects.toThrow('it is too much');
    }
  });

  it('is ended by its signal between two submits, with the signal’s reason', async () => {
    const { compute, dispatch, asked } = await openFakeBackend();
    const stop = new AbortController();
    const long = dispatch({ work: 1e9 });
    const run = compute.run([compute.record([long, long])], {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
    expect(asked('submit')).toHaveLength(1);
    await compute.run([compute.record([long])]);
    expect(asked('submit')).toHaveLength(2);
  });

  it('ends with dispose, which gives everything back', async () => {
    const { compute, dispatch, asked, buffers, b } = await openFakeBackend(timed);
    const read = { kind: 'read', from: b, into: new Float32Array(100) } as const;
    const recording = compute.record([dispatch({ work: 1e9 }), dispatch({ work: 1e9 }), read]);
    await compute.run([recording], { onProgress: () => compute.dispose() });
    expect(asked('submit')).toHaveLength(1);
    expect(asked('destroy').length).toBeGreaterThan(0);
    const passing = buffers.filter(({ label }) => /pass times|staging/.test(label));
    expect(passing.length).toBeGreaterThan(0);
    expect(passing.every(({ isDestroyed }) => isDestroyed)).toBe(true);
  });
});
