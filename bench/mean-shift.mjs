/**
 * Mean shift beside the obvious code: a plain loop over typed arrays in f64, the CPU backend, and
 * WebGPU on the adapter that the environment names (`VK_ICD_FILENAMES`), or else on the software driver
 * that npm brings. `node bench/mean-shift.mjs [rounds]` prints one row a contestant and size.
 *
 * All take turns in one process. Every timed result is held against the plain loop's, and a run that the
 * device complains about rejects.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { softwareDriverEnvironment } from '../scripts/software-driver.mjs';
import { openSources } from './open-sources.mjs';

const self = fileURLToPath(import.meta.url);
const bandwidth = 2.5;
const cases = [
  { points: 1500, sweeps: 5 },
  { points: 10_000, sweeps: 1 },
];
/** In bandwidths, a sweep: f32 rounds where the points are after each. */
const mostError = { webgpu: 2e-6, cpu: 1e-12 };

/**
 * @param {{ rounds?: number }} [options]
 * @returns {Promise<object[]>} a row each: contestant, adapter, points, sweeps, median, least and largest
 *   ms, how many times as fast as the plain loop (median of the rounds' ratios), largest error in bandwidths
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
    rows.push(
      ...(await takeTurns(contestants, rounds, sweeps)).map((row) => ({ points, sweeps, ...row })),
    );
  }
  for (const backend of backends) backend.dispose();
  await sources.close();
  return rows;
}

async function takeTurns(contestants, rounds, sweeps) {
  const taken = contestants.map(() => ({ times: [], error: 0 }));
  // The first two rounds warm up.
  for (let round = -2; round < rounds; round++) {
    let reference;
    for (const [i, { name, take, again }] of contestants.entries()) {
      await again?.();
      const begun = performance.now();
      const result = await take();
      const ms = performance.now() - begun;
      reference ??= result;
      const error = largestError(result, reference);
      const most = sweeps * (mostError[name] ?? 0);
      if (error > most) throw new Error(`${name} is off by ${error} bandwidths`);
      taken[i].error = Math.max(taken[i].error, error);
      if (round >= 0) taken[i].times.push(ms);
    }
  }
  const [plain] = taken;
  return contestants.map(({ name, adapter }, i) => {
    const { times, error } = taken[i];
    const ratios = times.map((ms, round) => plain.times[round] / ms);
    return {
      contestant: name,
      adapter,
      medianMs: median(times),
      leastMs: Math.min(...times),
      mostMs: Math.max(...times),
      timesAsFast: median(ratios),
      leastRatio: Math.min(...ratios),
      mostRatio: Math.max(...ratios),
      error,
    };
  });
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
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const dx = result[i] - reference[i];
    const dy = result[count + i] - reference[count + i];
    largest = Math.max(largest, Math.hypot(dx, dy) / bandwidth);
  }
  return largest;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

if (process.argv[1] === self) {
  // The loader reads where a driver lies when a process starts.
  if (process.platform === 'linux' && !process.env.VK_ICD_FILENAMES && !process.env.BENCH_DRIVER) {
    const env = { ...process.env, ...(await softwareDriverEnvironment()), BENCH_DRIVER: 'set' };
    const { status } = spawnSync(process.execPath, process.argv.slice(1), {
      env,
      stdio: 'inherit',
    });
    process.exit(status ?? 1);
  }
  const rows = await meanShiftRows({ rounds: Number(process.argv[2] ?? 7) });
  console.log(rows.find(({ adapter }) => adapter)?.adapter);
  for (const it of rows) {
    console.log(
      `${it.points} × ${it.sweeps}  ${it.contestant.padEnd(10)} ${it.medianMs.toFixed(1).padStart(8)} ms  ` +
        `${it.timesAsFast.toFixed(2).padStart(6)} (${it.leastRatio.toFixed(2)} to ${it.mostRatio.toFixed(2)})  ` +
        `error ${it.error.toExponential(1)}`,
    );
  }
  process.exit(0);
}
