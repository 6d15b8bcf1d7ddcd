import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import type { MeanShiftStep } from '../../src/gpu/meanshift/mean-shift-method.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import {
  type ReferencePoint,
  referenceMean,
  referenceSweep,
} from '../support/reference-mean-shift.ts';

const kernels = ['gaussian', 'triangular'] as const;

async function sweep(backend: Backend, points: readonly ReferencePoint[], step: MeanShiftStep) {
  const scope = createScope();
  const x = Float32Array.from(points, (point) => point.x);
  const y = Float32Array.from(points, (point) => point.y);
  const meanShift = await createMeanShift(backend, scope, [x, y]);
  await backend.run([meanShift.shift(step), meanShift.fetch]);
  const moved = points.map((_, i) => ({
    x: meanShift.fetched[i],
    y: meanShift.fetched[points.length + i],
  }));
  scope.end();
  return moved;
}

/** The largest distance between two lists of points. */
const largestGap = (a: readonly ReferencePoint[], b: readonly ReferencePoint[]) =>
  Math.max(...a.map((point, i) => Math.hypot(point.x - b[i].x, point.y - b[i].y)));

/** A fixed cloud without any library: the golden angle's spiral. */
const spiral = (count: number): ReferencePoint[] =>
  Array.from({ length: count }, (_, i) => ({
    x: Math.fround(10 * Math.sqrt(i / count) * Math.cos(2.399963 * i)),
    y: Math.fround(10 * Math.sqrt(i / count) * Math.sin(2.399963 * i)),
  }));

describeEachBackend('exact mean shift', (backend) => {
  const bound = () => (backend().kind === 'webgpu' ? 1e-5 : 1e-6);

  for (const kernel of kernels) {
    for (const bandwidth of [1, 2.5, 8]) {
      it(`moves the lesson's points as f64 does (${kernel}, bandwidth ${bandwidth})`, async () => {
        const moved = await sweep(backend(), lessonPoints, {
          weightKernel: kernel,
          bandwidth,
          batch: 1500,
        });
        const expected = referenceSweep(lessonPoints, kernel, bandwidth, 1500);
        expect(largestGap(moved, expected) / bandwidth).toBeLessThan(bound());
      });
    }

    for (const count of [1, 2, 63, 64, 65, 1500]) {
      it(`moves ${count} points as f64 does (${kernel})`, async () => {
        const points = spiral(count);
        const moved = await sweep(backend(), points, {
          weightKernel: kernel,
          bandwidth: 2,
          batch: count,
        });
        expect(largestGap(moved, referenceSweep(points, kernel, 2, count))).toBeLessThan(2e-5);
      });
    }

    it(`moves 10,000 points as f64 does (${kernel}), looked at in 200 of them`, async () => {
      const points = spiral(10_000);
      const moved = await sweep(backend(), points, {
        weightKernel: kernel,
        bandwidth: 2,
        batch: 10_000,
      });
      const looked = points.map((_, i) => i).filter((i) => i % 50 === 0);
      const expected = looked.map((i) => referenceMean(points[i], points, kernel, 2));
      expect(
        largestGap(
          looked.map((i) => moved[i]),
          expected,
        ),
      ).toBeLessThan(2e-5);
    });

    it(`leaves coincident points where they are (${kernel})`, async () => {
      const points = Array.from({ length: 100 }, () => ({ x: 3.25, y: -7.5 }));
      expect(
        await sweep(backend(), points, { weightKernel: kernel, bandwidth: 1, batch: 100 }),
      ).toEqual(points);
    });

    it(`does not move a far outlier, nor is anything moved by it (${kernel})`, async () => {
      const points = [...spiral(64), { x: 1e6, y: -1e6 }];
      const moved = await sweep(backend(), points, {
        weightKernel: kernel,
        bandwidth: 2,
        batch: 65,
      });
      expect(moved[64]).toEqual(points[64]);
      expect(largestGap(moved, referenceSweep(points, kernel, 2, 65))).toBeLessThan(2e-5);
    });

    for (const bandwidth of [1e-200, 1e-46, 1e-39, 1e-30, 1e-20, 1e-6]) {
      it(`moves nothing at the tiny bandwidth ${bandwidth} (${kernel})`, async () => {
        const points = spiral(65);
        expect(
          await sweep(backend(), points, { weightKernel: kernel, bandwidth, batch: 65 }),
        ).toEqual(points);
      });
    }

    for (const bandwidth of [1e6, 1e20, 1e30, 1e38, 1e200]) {
      it(`moves all to the mean at the huge bandwidth ${bandwidth} (${kernel})`, async () => {
        const points = spiral(65);
        const mean = {
          x: points.reduce((sum, point) => sum + point.x, 0) / 65,
          y: points.reduce((sum, point) => sum + point.y, 0) / 65,
        };
        const moved = await sweep(backend(), points, {
          weightKernel: kernel,
          bandwidth,
          batch: 65,
        });
        // At 1e6 bandwidths of distance the triangle's weights still differ by 2e-5.
        expect(
          largestGap(
            moved,
            points.map(() => mean),
          ),
        ).toBeLessThan(1e-4);
      });
    }
  }

  for (const kernel of kernels) {
    for (const factor of [2 ** -60, 2 ** 55]) {
      it(`moves points as f64 does when all is ${factor} times as large (${kernel})`, async () => {
        const points = spiral(65).map(({ x, y }) => ({ x: x * factor, y: y * factor }));
        const bandwidth = 2.3 * factor;
        const moved = await sweep(backend(), points, {
          weightKernel: kernel,
          bandwidth,
          batch: 65,
        });
        const expected = referenceSweep(points, kernel, bandwidth, 65);
        expect(largestGap(moved, expected) / factor).toBeLessThan(2e-5);
      });
    }
  }

  for (const batch of [1, 5, 64, 500, 1250]) {
    it(`lets batches of ${batch} see the batches before them`, async () => {
      const points = lessonPoints.filter((_, i) => i % 10 === 0 || batch > 64);
      const step = { weightKernel: 'gaussian', bandwidth: 2.5, batch } as const;
      const moved = await sweep(backend(), points, step);
      const expected = referenceSweep(points, 'gaussian', 2.5, batch);
      expect(largestGap(moved, expected) / 2.5).toBeLessThan(2 * bound());
    });
  }

  it('gives the numerator and the quotient that the notebook prints for one batch of five', async () => {
    // 02_meanshift, “GPU batched implementation”: bandwidth 2, the first five points.
    const [moved] = await sweep(backend(), lessonPoints, {
      weightKernel: 'gaussian',
      bandwidth: 2,
      batch: 5,
    });
    expect(moved.x).toBeCloseTo(26.376, 3);
    expect(moved.y).toBeCloseTo(27.692, 3);
    const [first] = lessonPoints;
    const normalisation = 2 * Math.sqrt(2 * Math.PI);
    const weightSum = lessonPoints.reduce((sum, point) => {
      const d = Math.hypot(point.x - first.x, point.y - first.y) / 2;
      return sum + Math.exp(-(d ** 2) / 2) / normalisation;
    }, 0);
    expect(moved.x * weightSum).toBeCloseTo(367.87, 2);
    expect(moved.y * weightSum).toBeCloseTo(386.231, 2);
  });
});
