/**
 * Mean shift beside the obvious code: a plain loop over typed arrays in f64, the CPU backend, and
 * WebGPU on the adapter that the environment names (`VK_ICD_FILENAMES`), or else on the software driver
 * that npm brings. `node bench/mean-shift.mjs [rounds]` prints one row a contestant and size.
 *
 * All take turns in one process. Every timed result is held against the plain loop's, and a run that the
 * device complains about rejects.
 */
import { fileURLToPath } from 'node:url';
import { openSources } from '../scripts/open-sources.mjs';
import { onDriver } from './on-driver.mjs';
import { figuresOf, largest, takeTurns } from './take-turns.mjs';

const bandwidth = 2.5;
const cases = [
  { points: 1500, sweeps: 5 },
  { points: 10_000, sweeps: 1 },
];
/** In bandwidths, a sweep: f32 rounds where the points are after each. */
const mostError = { webgpu: 2e-6, cpu: 1e-12 };

/**
 * @param {{ rounds?: number }} [options]
 * @returns {Promise<object[]>} a row each, as `takeTurns` gives it, with points and sweeps; errors in bandwidths
 */
export async function meanShiftRows({ rounds = 7 } = {}) {
  const sources = await openSources();
  const { openNodeBackend } = await sources.load('/src/headless/open-node-backend.ts');
  const { createMeanShift } = await sources.load('/src/gpu/meanshift/mean-shift.ts');
  const { createScope } = await sources.load('/src/base/scope.ts');
  const rows = [];
  const backends = [await openNodeBackend('cpu'), await openNodeBackend('webgpu')];
  for (const { points, sweeps } of cases) {
    const axes = drawPoints(points);
    const contestants = [
      { name: 'plain loop', adapter: null, take: async () => plainSweeps(axes, sweeps) },
    ];
    for (const compute of backends) {
      const meanShift = await createMeanShift(compute, createScope(), axes);
      await compute.run([meanShift.keepPrevious]);
      const step = { weightKernel: 'gaussian', bandwidth, batch: points };
      contestants.push({
        name: compute.kind,
        adapter: compute.adapter,
        async take() {
          const sweep = meanShift.shift(step);
          await compute.run([...Array(sweeps).fill(sweep), meanShift.fetch]);
          return meanShift.fetched;
        },
        again: () => compute.run([meanShift.restorePrevious]),
      });
    }
    let reference;
    const taken = await takeTurns(contestants, rounds, (result, { name }) => {
      // The plain loop is the first of every round.
      if (name === 'plain loop') reference = result;
      const error = largestError(result, reference);
      if (!(error <= sweeps * (mostError[name] ?? 0))) {
        throw new Error(`${name} is off by ${error} bandwidths`);
      }
      return error;
    });
    rows.push(...taken.map((row) => ({ points, sweeps, ...row })));
  }
  for (const backend of backends) backend.dispose();
  await sources.close();
  return rows;
}

/** The lesson's kind of data: six clusters of normal spread, in f32 so that all begin from the same. */
function drawPoints(count) {
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  const centres = Array.from({ length: 6 }, () => [70 * next() - 35, 70 * next() - 35]);
  return [0, 1].map((axis) =>
    Float32Array.from({ length: count }, (_, i) => centres[i % 6][axis] + 2.236 * normal()),
  );
}

function plainSweeps(axes, sweeps) {
  let [x, y] = axes.map((values) => Float64Array.from(values));
  const count = x.length;
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const movedX = new Float64Array(count);
    const movedY = new Float64Array(count);
    for (let i = 0; i < count; i++) {
      let sum = 0;
      let sumX = 0;
      let sumY = 0;
      for (let j = 0; j < count; j++) {
        const dx = (x[j] - x[i]) / bandwidth;
        const dy = (y[j] - y[i]) / bandwidth;
        const w = Math.exp(-0.5 * (dx * dx + dy * dy));
        sum += w;
        sumX += w * x[j];
        sumY += w * y[j];
      }
      movedX[i] = sumX / sum;
      movedY[i] = sumY / sum;
    }
    [x, y] = [movedX, movedY];
  }
  return [...x, ...y];
}

function largestError(result, reference) {
  const count = reference.length / 2;
  const errors = Array.from({ length: count }, (_, i) =>
    Math.hypot(result[i] - reference[i], result[count + i] - reference[count + i]),
  );
  return largest(errors) / bandwidth;
}

await onDriver(fileURLToPath(import.meta.url), async (rounds) => {
  const rows = await meanShiftRows({ rounds });
  console.log(rows.find(({ adapter }) => adapter)?.adapter);
  for (const it of rows) {
    console.log(`${it.points} × ${it.sweeps}  ${it.contestant.padEnd(10)} ${figuresOf(it)}`);
  }
});
