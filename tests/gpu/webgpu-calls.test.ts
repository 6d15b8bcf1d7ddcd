import { afterEach, describe, expect, it, vi } from 'vitest';
import { nextTask } from '../../src/base/next-task.ts';
import { createPassTimer } from '../../src/gpu/pass-timer.ts';
import { createStagingPool } from '../../src/gpu/staging-pool.ts';
import { createPipelines } from '../../src/gpu/webgpu-pipelines.ts';
import { fakeDevice } from '../support/fake-device.ts';
import { declareStretch, openFakeBackend } from '../support/open-fake-backend.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the timer of passes', () => {
  it('is there where the device has one', () => {
    expect(createPassTimer(fakeDevice().device)).toBe(null);
    const { device, buffers, asked } = fakeDevice({ features: ['timestamp-query'] });
    const timer = createPassTimer(device);
    expect(asked('createQuerySet')).toEqual([
      [{ label: 'pass times', type: 'timestamp', count: 2 }],
    ]);
    // To resolve into, and to copy from: two times of eight bytes.
    expect(buffers).toMatchObject([{ size: 16, usage: 512 | 4 }]);
    expect(timer?.bytes).toBe(16);
    timer?.dispose();
    expect(buffers[0].isDestroyed).toBe(true);
    expect(asked('destroy query set')).toHaveLength(1);
  });

  it('looks at the clock where the first pass begins, and where the last one ends', () => {
    const timer = createPassTimer(fakeDevice({ features: ['timestamp-query'] }).device);
    const querySet = expect.anything();
    expect(timer?.writes(false, false)).toBe(undefined);
    expect(timer?.writes(true, false)).toEqual({ querySet, beginningOfPassWriteIndex: 0 });
    expect(timer?.writes(false, true)).toEqual({ querySet, endOfPassWriteIndex: 1 });
    const both = { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 };
    expect(timer?.writes(true, true)).toEqual(both);
  });
});

describe('the buffers that data come back through', () => {
  it('are used again for as many bytes, once their data are there', async () => {
    const { device, buffers, asked } = fakeDevice();
    const pool = createStagingPool(device);
    const [one, two, other] = [pool.take(8), pool.take(8), pool.take(12)];
    expect(new Set([one, two, other]).size).toBe(3);
    // To map for reading, and to copy to.
    expect(buffers).toMatchObject([8, 8, 12].map((size) => ({ size, usage: 1 | 8 })));
    buffers[0].bytes.set([0, 0, 128, 63, 0, 0, 0, 192]);
    const into = new Float32Array(4).fill(9);
    await pool.fetch(one, into.subarray(1, 3));
    expect([...into]).toEqual([9, 1, -2, 9]);
    expect(asked('mapAsync')).toEqual([[expect.any(String), 1]]);
    expect(asked('unmap')).toHaveLength(1);
    expect(pool.take(12)).not.toBe(other);
    expect(pool.take(8)).toBe(one);
    expect(pool.take(8)).not.toBe(one);
    await pool.fetch(one, new Float32Array(2));
    await pool.fetch(two, new Float32Array(2));
    expect(new Set([pool.take(8), pool.take(8)])).toEqual(new Set([one, two]));
    pool.dispose();
    expect(buffers.every(({ isDestroyed }) => isDestroyed)).toBe(true);
  });

  it('are let go in the midst of a fetch by dispose alone', async () => {
    const { device, mapping } = fakeDevice();
    const pool = createStagingPool(device);
    const into = new Float32Array(1);
    mapping.fails = new RangeError('out of range');
    await expect(pool.fetch(pool.take(4), into)).rejects.toThrow('out of range');
    mapping.fails = new DOMException('destroyed', 'AbortError');
    pool.dispose();
    await pool.fetch(pool.take(4), into);
    expect([...into]).toEqual([0]);
  });

  it('fail in the midst of a fetch once the device is lost', async () => {
    const { device, mapping, lose } = fakeDevice();
    const pool = createStagingPool(device);
    mapping.fails = new DOMException('destroyed', 'AbortError');
    const failure = pool.fetch(pool.take(4), new Float32Array(1)).catch(() => 'failed');
    expect(await Promise.race([failure, nextTask()])).toBe(undefined);
    lose({ reason: 'unknown', message: '' });
    expect(await failure).toBe('failed');
  });
});

describe('pipelines', () => {
  it('are made once for each kernel and each set of constants, with their layout', async () => {
    const { device, asked } = fakeDevice();
    const pipelines = createPipelines(device);
    const [a, b] = [declareStretch('a'), declareStretch('b')];
    for (const constants of [{}, { tile: 8 }, { tile: 4 }]) await pipelines.compile(a, constants);
    await pipelines.compile(b, {});
    const made = asked('createComputePipelineAsync').map(
      ([it]) => it as GPUComputePipelineDescriptor,
    );
    expect(
      made.map(({ label, compute }) => [label, compute.entryPoint, compute.constants]),
    ).toEqual([
      ['a', 'main', { tile: 8 }],
      ['a', 'main', { tile: 4 }],
      ['b', 'main', { tile: 8 }],
    ]);
    expect(asked('createShaderModule')).toEqual([
      [{ label: 'a', code: a.wgsl }],
      [{ label: 'b', code: b.wgsl }],
    ]);
    expect(asked('createBindGroupLayout')).toHaveLength(2);
    expect(asked('createBindGroupLayout')[0]).toEqual([
      {
        label: 'a',
        entries: [
          { binding: 0, visibility: 4, buffer: { type: 'uniform', hasDynamicOffset: true } },
          { binding: 1, visibility: 4, buffer: { type: 'read-only-storage' } },
          { binding: 2, visibility: 4, buffer: { type: 'storage' } },
        ],
      },
    ]);
    expect(asked('createPipelineLayout')[0]).toEqual([{ bindGroupLayouts: [pipelines.layout(a)] }]);
    expect(pipelines.get(a, {})).toBe(pipelines.get(a, { tile: 8 }));
    expect(pipelines.get(a, {})).not.toBe(pipelines.get(a, { tile: 4 }));
    expect(() => pipelines.get(b, { tile: 4 })).toThrow(
      new Error('kernel “b” was recorded before it was compiled with {"tile":4}'),
    );
  });
});

describe('a recording on WebGPU', () => {
  it('has one buffer of uniforms, at offsets that the device takes', async () => {
    const { compute, buffers, dispatch, asked } = await openFakeBackend();
    const recording = compute.record([
      dispatch(),
      dispatch({ uniforms: { field_0: 7, field_1: 0.5, field_2: -2 } }),
    ]);
    const [uniforms] = buffers.slice(-1);
    expect(uniforms).toMatchObject({ size: 512, usage: 64 | 8 });
    expect(asked('writeBuffer')).toEqual([]);
    await compute.run([recording]);
    const view = new DataView(uniforms.bytes.buffer);
    const fields = (at: number) => [
      view.getUint32(at, true),
      view.getFloat32(at + 4, true),
      view.getInt32(at + 8, true),
    ];
    expect(fields(0)).toEqual([1, 2, 3]);
    expect(fields(256)).toEqual([7, 0.5, -2]);
    expect(asked('setBindGroup').map(([, , offsets]) => offsets)).toEqual([[0], [256]]);
    expect(asked('dispatchWorkgroups')).toEqual([
      [2, 1, 1],
      [2, 1, 1],
    ]);
    recording.dispose();
    expect(uniforms.isDestroyed).toBe(true);
  });

  it.each([
    // Scalars are four bytes, a binding is rounded up to sixteen; offsets are multiples of 256.
    [1, 16, 256],
    [4, 16, 256],
    [5, 32, 256],
    [65, 272, 512],
  ])('binds for %i uniforms %i bytes, every %i', async (count, size, stride) => {
    const { compute, dispatch, buffers, asked, kernel } = await openFakeBackend(
      {},
      new Array(count).fill('f32'),
    );
    compute.record([dispatch(), dispatch(), dispatch()]);
    expect(buffers.at(-1)?.size).toBe(3 * stride);
    // The same buffers make one group.
    expect(asked('createBindGroup')).toHaveLength(1);
    expect(asked('createBindGroup')[0][0]).toMatchObject({
      label: kernel.name,
      entries: [
        { binding: 0, resource: { buffer: { label: 'uniforms' }, size } },
        { binding: 1, resource: { buffer: { label: 'a' } } },
        { binding: 2, resource: { buffer: { label: 'b' } } },
      ],
    });
  });

  it('uploads its uniforms where any of them has changed, and only then', async () => {
    const { compute, dispatch, asked } = await openFakeBackend();
    const recording = compute.record([dispatch()]);
    const uploadsOf = async (values: Readonly<Record<string, number>>) => {
      const before = asked('writeBuffer').length;
      recording.setUniforms(values);
      await compute.run([recording]);
      return asked('writeBuffer').length - before;
    };
    expect(await uploadsOf({ field_0: 5, field_1: 6 })).toBe(1);
    expect(await uploadsOf({ field_0: 5, field_1: 6 })).toBe(0);
    expect(await uploadsOf({ field_0: 5, field_1: 7 })).toBe(1);
    expect(await uploadsOf({ field_1: 7 })).toBe(0);
    expect(await uploadsOf({})).toBe(0);
  });

  it('makes a group for each set of buffers', async () => {
    const { compute, dispatch, a, b, asked } = await openFakeBackend();
    const there = dispatch();
    const back = dispatch({ buffers: { source: b, result: a } });
    compute.record([there, back, there, back]);
    expect(asked('createBindGroup')).toHaveLength(2);
  });

  it('refuses more workgroups than an axis may have, and buffers of others', async () => {
    const { compute, dispatch, a } = await openFakeBackend({
      limits: { maxComputeWorkgroupsPerDimension: 10 },
    });
    compute.record([dispatch({ grid: [640, 20] })]);
    expect(() => compute.record([dispatch({ grid: [641, 1] })])).toThrow(
      new Error(
        'kernel “stretch” over a grid of 641x1 needs more than 10 workgroups along an axis',
      ),
    );
    expect(() => compute.record([dispatch({ grid: [1, 21] })])).toThrow('a grid of 1x21');
    const other = { ...a, label: 'other', gpu: null };
    const copy = { kind: 'copy', from: other, to: a } as const;
    await expect(compute.run([compute.record([copy])])).rejects.toThrow(
      'buffer “other” belongs to another backend',
    );
  });
});
