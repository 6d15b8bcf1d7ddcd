import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { nextTask } from '../../src/base/next-task.ts';
import type { ComputeBuffer, Dispatch } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import type { CpuInvocations } from '../../src/gpu/kernel.ts';

/** A clock that only work moves. */
let now = 0;
/** How many tasks of the event loop have run. */
let tasks = 0;
let counting: NodeJS.Immediate;

beforeEach(() => {
  now = 1000;
  tasks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const count = () => {
    tasks += 1;
    counting = setImmediate(count);
  };
  count();
});
afterEach(() => {
  clearImmediate(counting);
  vi.restoreAllMocks();
});

/** A kernel each of whose invocations takes so long, and what it was called with. */
function worker(msEach: number) {
  const calls: (Pick<CpuInvocations, 'first' | 'last' | 'grid'> & { readonly task: number })[] = [];
  const kernel = declareKernel({
    name: 'worker',
    body: 'fn main() {}',
    workgroupSize: [1, 1, 1],
    uniforms: {},
    bindings: {},
    cpu({ first, last, grid }) {
      calls.push({ first, last, grid, task: tasks });
      now += (last - first) * msEach;
    },
  });
  const dispatch = (grid: Dispatch['grid'], work: number): Dispatch => ({
    kind: 'dispatch',
    kernel,
    uniforms: {},
    buffers: {},
    grid,
    work,
  });
  return { kernel, calls, dispatch };
}

describe('the CPU backend', () => {
  it('says what it is', () => {
    const compute = createCpuBackend('because');
    expect(compute).toMatchObject({
      kind: 'cpu',
      adapter: null,
      gpu: null,
      reason: 'because',
      timer: 'wall clock',
      lastRunMs: null,
      largestBuffer: Number.POSITIVE_INFINITY,
    });
    const { kernel } = worker(1);
    expect(compute.workWithin(kernel, 50)).toBe(Number.POSITIVE_INFINITY);
    expect(compute.estimateMs(kernel, 1, 1)).toBe(null);
  });

  it('holds real numbers in f64, and the others as they are', () => {
    const { createElements } = createCpuBackend('');
    expect(createElements('real', 2)).toEqual(new Float64Array(2));
    expect(createElements('f32', 3)).toEqual(new Float32Array(3));
    expect(createElements('u32', 1)).toEqual(new Uint32Array(1));
    expect(createElements('i32', 0)).toEqual(new Int32Array(0));
  });

  it('uploads and copies what it is told to, and nothing beside it', async () => {
    const compute = createCpuBackend('');
    const made = (label: string) => compute.createBuffer(label, 'real', 4);
    const [a, b] = [made('a'), made('b')];
    expect(a).toMatchObject({ label: 'a', element: 'real', length: 4, gpu: null });
    compute.upload(a, Float64Array.of(1, 2));
    compute.upload(a, Float64Array.of(3, 4), 2);
    compute.upload(b, Float64Array.of(-1, -2, -3, -4));
    const into = new Float64Array(4);
    const copied = async (range: object) => {
      const copy = { kind: 'copy', from: a, to: b, ...range } as const;
      await compute.run([compute.record([copy, { kind: 'read', from: b, into }])]);
      return [...into];
    };
    expect(await copied({ fromOffset: 1, toOffset: 2, length: 1 })).toEqual([-1, -2, 2, -4]);
    expect(await copied({ toOffset: 3, length: 1 })).toEqual([-1, -2, 2, 1]);
    expect(await copied({ fromOffset: 3, length: 1 })).toEqual([4, -2, 2, 1]);
    expect(await copied({})).toEqual([1, 2, 3, 4]);
  });

  it('names a buffer that is gone', async () => {
    const compute = createCpuBackend('');
    const [a, b] = ['a', 'b'].map((label) => compute.createBuffer(label, 'f32', 1));
    const read = (from: ComputeBuffer) =>
      compute.run([compute.record([{ kind: 'read', from, into: new Float32Array(1) }])]);
    a.destroy();
    await expect(read(a)).rejects.toThrow(new Error('buffer “a” was destroyed'));
    // What failed stands in nobody's way.
    await read(b);
    compute.dispose();
    expect(() => compute.upload(b, new Float32Array(1))).toThrow('buffer “b” was destroyed');
  });

  it('begins a run when the one before it is done', async () => {
    const compute = createCpuBackend('');
    const [slow, quick] = [worker(1), worker(1)];
    const order: string[] = [];
    const first = compute.run([compute.record([slow.dispatch([100], 1e6)])]);
    const second = compute.run([compute.record([quick.dispatch([1], 1)])]);
    await Promise.all([
      first.then(() => order.push(`${quick.calls.length}`)),
      second.then(() => order.push('second')),
    ]);
    expect(slow.calls.length).toBeGreaterThan(1);
    expect(quick.calls[0].task).toBeGreaterThanOrEqual(slow.calls.at(-1)!.task);
    expect(order.at(-1)).toBe('second');
  });
});

describe('a dispatch on the CPU', () => {
  it('is cut into slices of 12 ms by the speed that was measured, with a task in between', async () => {
    const compute = createCpuBackend('');
    const { kernel, calls, dispatch } = worker(1);
    const parts: number[] = [];
    // A thousand iterations a millisecond; what is not yet measured is taken for ten thousand.
    await compute.run([compute.record([dispatch([50, 10, 2], 1e6)])], {
      onProgress: (part) => parts.push(part),
    });
    expect(calls[0]).toMatchObject({ first: 0, last: 120, grid: [50, 10, 2] });
    for (const [i, { first, last, task }] of calls.entries()) {
      expect(first).toBe(i === 0 ? 0 : calls[i - 1].last);
      if (i > 0 && i < calls.length - 1) expect(last - first).toBe(12);
      if (i > 0) expect(task).toBeGreaterThan(calls[i - 1].task);
      expect(parts[i]).toBeCloseTo(last / 1000, 12);
    }
    expect(calls.at(-1)?.last).toBe(1000);
    expect(compute.estimateMs(kernel, 5000, 1)).toBeCloseTo(5, 12);
    expect(compute.lastRunMs).toBe(1000);
  });

  it('has axes of one where none are given, and one invocation a slice at the least', async () => {
    const compute = createCpuBackend('');
    const { calls, dispatch } = worker(100);
    await compute.run([compute.record([dispatch([3], 1e9)])]);
    expect(calls.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(calls[0].grid).toEqual([3, 1, 1]);
  });

  it('that says that it is no work is one slice', async () => {
    const compute = createCpuBackend('');
    const { calls, dispatch } = worker(0);
    await compute.run([compute.record([dispatch([500], 0)])]);
    expect(calls.map(({ first, last }) => [first, last])).toEqual([[0, 500]]);
  });

  it('measures nothing in half a millisecond, which a clock may make of anything', async () => {
    const compute = createCpuBackend('');
    const [short, longer] = [worker(0.5), worker(0.5)];
    await compute.run([compute.record([short.dispatch([1], 100), longer.dispatch([2], 100)])]);
    expect(compute.estimateMs(short.kernel, 1, 1)).toBe(null);
    expect(compute.estimateMs(longer.kernel, 100, 1)).toBe(1);
    expect(compute.lastRunMs).toBe(1.5);
  });

  it('is ended between two slices', async () => {
    const compute = createCpuBackend('');
    const { calls, dispatch } = worker(1);
    const stop = new AbortController();
    const run = compute.run([compute.record([dispatch([1000], 1e6)])], {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
    expect(calls).toHaveLength(1);
    expect(compute.lastRunMs).toBe(null);
  });
});

describe('many commands on the CPU', () => {
  const run = async (msEach: number) => {
    const compute = createCpuBackend('');
    const { calls, dispatch } = worker(msEach);
    await nextTask();
    await compute.run([compute.record(Array.from({ length: 9 }, () => dispatch([1], 1)))]);
    return calls.map(({ task }) => task);
  };

  it('let other tasks run where they take longer than a slice together', async () => {
    const at = await run(5);
    // After the third there have been 15 ms.
    expect(at[2]).toBe(at[0]);
    expect(at[3]).toBeGreaterThan(at[2]);
    expect(at[5]).toBe(at[3]);
    expect(at[6]).toBeGreaterThan(at[5]);
  });

  it('are done at once where they take no longer than one', async () => {
    const at = await run(12 / 9);
    expect(new Set(at).size).toBe(1);
  });

  it('see their signal before each of them', async () => {
    const compute = createCpuBackend('');
    const { calls, dispatch } = worker(1);
    const signal = AbortSignal.abort(new Error('enough'));
    const recording = compute.record([dispatch([1], 1)]);
    await expect(compute.run([recording], { signal })).rejects.toThrow('enough');
    expect(calls).toEqual([]);
  });
});
