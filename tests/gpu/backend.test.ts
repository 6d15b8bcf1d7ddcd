import { expect, inject, it } from 'vitest';
import type { Backend, Command } from '../../src/gpu/backend.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import type { KernelDeclaration } from '../../src/gpu/kernel.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { openDawn } from '../support/webgpu.ts';

/** to[i] = from[i] * factor + i, for i < count. */
const declaration: KernelDeclaration = {
  name: 'scale and count',
  body: `
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < uniforms.count) {
    result[id.x] = source[id.x] * uniforms.factor + f32(id.x);
  }
}`,
  workgroupSize: [64, 1, 1],
  uniforms: { count: { type: 'u32' }, factor: { type: 'f32' } },
  bindings: {
    source: { access: 'read', element: 'f32' },
    result: { access: 'read_write', element: 'f32' },
  },
  cpu({ first, last, uniforms, buffers }) {
    for (let i = first; i < last; i++) {
      buffers.result[i] = buffers.source[i] * uniforms.factor + i;
    }
  },
};
const scaleAndCount = declareKernel(declaration);

const count = 1000;

async function setUp(compute: Backend) {
  await compute.compile(scaleAndCount);
  const a = compute.createBuffer('a', 'f32', count);
  const b = compute.createBuffer('b', 'f32', count);
  const into = new Float32Array(count);
  const scale = (source: typeof a, result: typeof a, factor: number): Command => ({
    kind: 'dispatch',
    kernel: scaleAndCount,
    uniforms: { count, factor },
    buffers: { source, result },
    grid: [count],
    work: count,
  });
  return { a, b, into, scale };
}

describeEachBackend('a backend', (backend) => {
  it('begins with zeros, and runs commands in order, each seeing those before it', async () => {
    const compute = backend();
    const { a, b, into, scale } = await setUp(compute);
    const recording = compute.record([
      scale(a, b, 5),
      { kind: 'copy', from: b, to: a },
      scale(a, b, 10),
      { kind: 'read', from: b, into },
    ]);
    await compute.run([recording]);
    expect(into).toEqual(Float32Array.from({ length: count }, (_, i) => 11 * i));
    // A run after a run begins where the first one ended: a holds i.
    await compute.run([recording]);
    expect(into).toEqual(Float32Array.from({ length: count }, (_, i) => (5 * i + i) * 10 + i));
  });

  it('uploads before the next run, and copies ranges', async () => {
    const compute = backend();
    const { a, b, into } = await setUp(compute);
    compute.upload(a, Float32Array.of(1, 2, 3), 10);
    await compute.run([
      compute.record([
        { kind: 'copy', from: a, to: b, fromOffset: 11, toOffset: 500, length: 2 },
        { kind: 'read', from: b, into },
      ]),
    ]);
    expect([...into.slice(499, 503)]).toEqual([0, 2, 3, 0]);
  });

  it('refuses what no backend can run as promised, and names it', async () => {
    const compute = backend();
    const { a, b, into, scale } = await setUp(compute);
    const short = new Float32Array(3);
    const refused: [Command, RegExp][] = [
      [scale(a, a, 1), /“a” is bound twice; a dispatch must not read what it writes/],
      [{ ...scale(a, b, 1), buffers: { source: a } } as Command, /nothing is bound to “result”/],
      [scale(a, b, Number.NaN), /uniform “factor” is NaN/],
      [{ ...scale(a, b, 1), grid: [0] } as Command, /grid 0/],
      [{ kind: 'copy', from: a, to: a }, /copying “a” onto itself/],
      [{ kind: 'copy', from: a, to: b, fromOffset: 1 }, /leaves a buffer/],
      [{ kind: 'read', from: a, into: short }, /“a” has 1000 elements, its destination 3/],
    ];
    for (const [command, message] of refused) {
      expect(() => compute.record([command])).toThrow(message);
    }
    await compute.run([compute.record([{ kind: 'read', from: a, into }])]);
  });
});

it.skipIf(!inject('webgpu'))(
  'WGSL that does not compile is an error, and the next run works',
  async () => {
    const compute = await openBackend('webgpu', await openDawn(), true);
    const body = declaration.body.replace('f32(id.x)', 'id.x');
    const broken = declareKernel({ ...declaration, name: 'broken', body });
    await expect(compute.compile(broken)).rejects.toThrow();
    const { a, b, into, scale } = await setUp(compute);
    await compute.run([compute.record([scale(a, b, 1), { kind: 'read', from: b, into }])]);
    expect(into[7]).toBe(7);
    compute.dispose();
  },
);

it.skipIf(!inject('webgpu'))('a steady run makes nothing new on the device', async () => {
  const compute = await openBackend('webgpu', await openDawn(), true);
  const { a, b, into, scale } = await setUp(compute);
  const recording = compute.record([scale(a, b, 2), { kind: 'read', from: b, into }]);
  await compute.run([recording]);
  const { device } = compute.gpu!;
  const made: string[] = [];
  for (const method of ['createBuffer', 'createBindGroup', 'createComputePipeline'] as const) {
    const original = device[method].bind(device) as (descriptor: never) => never;
    device[method] = ((descriptor: never) => {
      made.push(method);
      return original(descriptor);
    }) as never;
  }
  const write = device.queue.writeBuffer.bind(device.queue);
  device.queue.writeBuffer = ((...given: Parameters<typeof write>) => {
    made.push('writeBuffer');
    return write(...given);
  }) as typeof write;
  for (let i = 0; i < 50; i++) await compute.run([recording]);
  expect(made).toEqual([]);
  compute.dispose();
});

it.skipIf(!inject('webgpu'))(
  'long work is cut into several submits, with the same result',
  async () => {
    const compute = await openBackend('webgpu', await openDawn(), true);
    const { a, b, into, scale } = await setUp(compute);
    const { queue } = compute.gpu!.device;
    let submits = 0;
    const submit = queue.submit.bind(queue);
    queue.submit = (buffers) => {
      submits += 1;
      return submit(buffers);
    };
    // Each says that it is far more work than fits into one submit.
    const long = { ...scale(a, b, 3), work: 1e12 } as Command;
    const commands: Command[] = [long, long, long, { kind: 'read', from: b, into }];
    await compute.run([compute.record(commands)]);
    expect(submits).toBeGreaterThan(1);
    expect(into).toEqual(Float32Array.from({ length: count }, (_, i) => i));
    compute.dispose();
  },
);
