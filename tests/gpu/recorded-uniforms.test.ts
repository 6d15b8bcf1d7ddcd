import { expect, it, vi } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import { createDescent } from '../../src/gpu/derivatives/descent.ts';
import { createSlopes } from '../../src/gpu/derivatives/slopes.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { countMaking } from '../support/count-making.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';

/** result[at] = factor * at + offset; of `offset` the second kernel knows nothing. */
const line = declareKernel({
  name: 'line',
  workgroupSize: [64, 1, 1],
  uniforms: { at: { type: 'u32' }, offset: { type: 'i32' }, factor: { type: 'f32' } },
  bindings: { result: { access: 'read_write', element: 'f32' } },
  body: `
fn main() {
  result[uniforms.at] = uniforms.factor * f32(uniforms.at) + f32(uniforms.offset);
}`,
  cpu({ uniforms: { at, factor, offset }, buffers }) {
    buffers.result[at] = factor * at + offset;
  },
});
const ray = declareKernel({
  name: 'ray',
  workgroupSize: [64, 1, 1],
  uniforms: { factor: { type: 'f32' }, at: { type: 'u32' } },
  bindings: { result: { access: 'read_write', element: 'f32' } },
  body: `
fn main() {
  result[uniforms.at] = uniforms.factor * f32(uniforms.at);
}`,
  cpu({ uniforms: { at, factor }, buffers }) {
    buffers.result[at] = factor * at;
  },
});

async function setUp(compute: Backend) {
  await Promise.all([line, ray].map((kernel) => compute.compile(kernel)));
  const result = compute.createBuffer('result', 'f32', 4);
  const into = new Float32Array(4);
  const at = (kernel: typeof line, place: number) =>
    ({
      kind: 'dispatch',
      kernel,
      uniforms: { at: place, factor: 1, ...(kernel === line ? { offset: 100 } : {}) },
      buffers: { result },
      grid: [1],
      // Each says that it fills a submit, so that a run has several pieces.
      work: 1e12,
    }) as const;
  const recording = compute.record([
    at(line, 1),
    at(ray, 2),
    at(line, 3),
    { kind: 'read', from: result, into },
  ]);
  return { recording, into };
}

describeEachBackend('a recording’s uniforms', (backend) => {
  it('are written in every dispatch that has them, and the others stay', async () => {
    const { recording, into } = await setUp(backend());
    await backend().run([recording]);
    expect([...into]).toEqual([0, 101, 2, 103]);
    recording.setUniforms({ factor: 2.5 });
    await backend().run([recording]);
    expect([...into]).toEqual([0, 102.5, 5, 107.5]);
    recording.setUniforms({ offset: -7 });
    recording.setUniforms({ factor: 0.5 });
    await backend().run([recording]);
    expect([...into]).toEqual([0, -6.5, 1, -5.5]);
    await backend().run([recording]);
    expect([...into]).toEqual([0, -6.5, 1, -5.5]);
    recording.dispose();
  });

  it('are uploaded at once for all dispatches, and only when they have changed', async () => {
    const { recording } = await setUp(backend());
    recording.setUniforms({ factor: 2 });
    await backend().run([recording]);
    const queue = backend().gpu?.device.queue;
    const writes = queue && vi.spyOn(queue, 'writeBuffer');
    for (const factor of [2, 2, 3, 3, 2]) {
      recording.setUniforms({ factor });
      await backend().run([recording]);
    }
    if (writes) expect(writes).toHaveBeenCalledTimes(2);
    writes?.mockRestore();
    recording.dispose();
  });

  it('keep the sign of zero', async () => {
    const { recording, into } = await setUp(backend());
    for (const factor of [0, -0]) {
      recording.setUniforms({ factor });
      await backend().run([recording]);
      expect(Object.is(into[2], factor)).toBe(true);
    }
    recording.dispose();
  });

  it('that are written while a run is under way are those of the next', async () => {
    const { recording, into } = await setUp(backend());
    let written = false;
    await backend().run([recording, recording], {
      onProgress() {
        if (!written) recording.setUniforms({ factor: 3, offset: 0 });
        written = true;
      },
    });
    expect(written).toBe(true);
    expect([...into]).toEqual([0, 101, 2, 103]);
    await backend().run([recording]);
    expect([...into]).toEqual([0, 3, 6, 9]);
    recording.dispose();
  });

  it('are refused by name where no dispatch has them, and where they are no numbers', async () => {
    const { recording, into } = await setUp(backend());
    expect(() => recording.setUniforms({ factor: 9, slope: 1 })).toThrow(
      'no dispatch of this recording has a uniform “slope”',
    );
    expect(() => recording.setUniforms({ factor: Number.NaN })).toThrow('uniform “factor” is NaN');
    // What is refused writes nothing.
    await backend().run([recording]);
    expect([...into]).toEqual([0, 101, 2, 103]);
    recording.dispose();
  });
});

describeEachBackend(
  'changing a value makes nothing new, and gives what a fresh world gives',
  (backend) => {
    const nothing = { 'compute.createBuffer': 0, 'compute.record': 0 };
    const noneOfTheDevice = {
      'device.createBuffer': 0,
      'device.createBindGroup': 0,
      'device.createComputePipelineAsync': 0,
    };
    const none = () => ({ ...nothing, ...(backend().gpu ? noneOfTheDevice : {}) });

    for (const kernel of ['gaussian', 'triangular'] as const) {
      it(`the bandwidth of mean shift, 100 times, one point after another (${kernel})`, async () => {
        const compute = backend();
        const points = lessonPoints.filter((_, i) => i % 20 === 0);
        const x = Float32Array.from(points, (point) => point.x);
        const y = Float32Array.from(points, (point) => point.y);
        const turned = async (bandwidths: readonly number[], watch: typeof countMaking) => {
          const scope = createScope();
          const { shift, restorePrevious, fetch, fetched } = await createMeanShift(compute, scope, [
            x,
            y,
          ]);
          const take = (bandwidth: number) =>
            compute.run([
              restorePrevious,
              shift({ weightKernel: kernel, bandwidth, batch: 1 }),
              fetch,
            ]);
          await take(bandwidths[0]);
          const made = await watch(compute, async () => {
            for (const bandwidth of bandwidths.slice(1)) await take(bandwidth);
          });
          scope.end();
          return { made, fetched: [...fetched] };
        };
        const bandwidths = Array.from({ length: 101 }, (_, i) => 0.5 + 0.07 * i);
        const { made, fetched } = await turned(bandwidths, countMaking);
        expect(made).toEqual(none());
        const fresh = await turned([bandwidths[100]], async () => ({}));
        expect(fetched).toEqual(fresh.fetched);
        const other = await turned([bandwidths[99]], async () => ({}));
        expect(fetched).not.toEqual(other.fetched);
      });
    }

    it('rate, distance and letters of gradient descent', async () => {
      const compute = backend();
      const f = parseExpression('a x^2 + b y^2 + x y', ['x', 'y']);
      const step = (i: number) => ({
        scheme: 'central' as const,
        spacing: 0.01 * (1 + i),
        rate: 0.001 * (1 + i),
        parameters: { a: 1 + i / 8, b: 2 - i / 8 },
      });
      const descend = async (valueChanges: readonly number[], watch: typeof countMaking) => {
        const scope = createScope();
        const descent = createDescent(compute, scope, [1, -2, 0.5, 2, 3, -1]);
        await descent.prepare(f, 'central');
        const take = (i: number) =>
          compute.run([descent.restorePrevious, descent.descend(f, step(i)), descent.fetch]);
        await take(valueChanges[0]);
        const made = await watch(compute, async () => {
          for (const i of valueChanges.slice(1)) await take(i);
        });
        scope.end();
        return { made, positions: [...descent.fetched.positions] };
      };
      const turned = await descend([0, 1, 2, 3, 4, 5], countMaking);
      expect(turned.made).toEqual(none());
      const fresh = await descend([5], async () => ({}));
      expect(turned.positions).toEqual(fresh.positions);
    });

    it('letters and distances of slopes', async () => {
      const compute = backend();
      const f = parseExpression('a x^2 + sin(b x)');
      const find = async (valueChanges: readonly number[], watch: typeof countMaking) => {
        const scope = createScope();
        const slopes = createSlopes(compute, scope, [0.1, 0.5, 2, 3]);
        await slopes.prepare(f, { scheme: 'central' });
        const take = async (i: number) => {
          // One distance for all, and one for each, in turns.
          slopes.setSpacing(i % 2 === 0 ? 0.01 * (1 + i) : [0.1, 0.2, 0.3, 0.1 * i]);
          const request = { scheme: 'central', parameters: { a: i, b: 1 - i } } as const;
          await compute.run([slopes.take(f, request), slopes.fetch]);
        };
        await take(valueChanges[0]);
        const made = await watch(compute, async () => {
          for (const i of valueChanges.slice(1)) await take(i);
        });
        scope.end();
        return { made, ...slopes.fetched() };
      };
      const turned = await find([0, 1, 2, 3], countMaking);
      expect(turned.made).toEqual(none());
      const fresh = await find([3], async () => ({}));
      expect(turned.slopes).toEqual(fresh.slopes);
      expect(turned.values).toEqual(fresh.values);
    });
  },
);
