/**
 * Values and slopes of a formula at a million places: the CPU backend (f64) and WebGPU (f32) beside the
 * same formula written out as JavaScript. `node bench/slopes.mjs [rounds]` prints one row each.
 *
 * All take turns in one process; the places and the distance are powers of two apart, so that f32 holds
 * them, and every result is held against the written formula's in units of what f32 rounds away.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { softwareDriverEnvironment } from '../scripts/software-driver.mjs';
import { openSources } from './open-sources.mjs';

const self = fileURLToPath(import.meta.url);
const count = 1_000_000;
const h = 2 ** -7;
const formulas = {
  'sin(x)': (x) => Math.sin(x),
  'x^2': (x) => x * x,
  'exp(-x^2) cos(3x)': (x) => Math.exp(-(x * x)) * Math.cos(3 * x),
};
const schemes = {
  forward: (f, x) => (f(x + h) - f(x)) / h,
  central: (f, x) => (f(x + h) - f(x - h)) / (2 * h),
  'five-point': (f, x) => (-f(x + 2 * h) + 8 * f(x + h) - 8 * f(x - h) + f(x - 2 * h)) / (12 * h),
};
/** A few units of f32's last place of the largest value, over the distance. */
const mostError = { cpu: 1e-10, webgpu: (16 * 2 ** -23 * 64) / h };

/**
 * @param {{ rounds?: number }} [options]
 * @returns {Promise<object[]>} a row each: formula, scheme, contestant, adapter, median ms, how many times
 *   as fast as plain JavaScript (median, least and largest of the rounds' ratios), largest error
 */
export async function slopeRows({ rounds = 7 } = {}) {
  const sources = await openSources();
  const { openNodeBackend } = await sources.load('/src/headless/open-node-backend.ts');
  const { createSlopes } = await sources.load('/src/gpu/derivatives/slopes.ts');
  const { createScope } = await sources.load('/src/base/scope.ts');
  const { parseExpression } = await sources.load('/src/maths/expression/parse-expression.ts');
  const backends = [await openNodeBackend('cpu'), await openNodeBackend('webgpu')];
  const x = Float64Array.from({ length: count }, (_, i) => (i - count / 2) / 2 ** 16);
  const rows = [];
  for (const [text, f] of Object.entries(formulas)) {
    for (const [scheme, slopeAt] of Object.entries(schemes)) {
      const expected = { values: new Float64Array(count), slopes: new Float64Array(count) };
      const contestants = [
        {
          name: 'plain JavaScript',
          adapter: null,
          take: async () => plain(f, slopeAt, x, expected),
          result: () => expected,
        },
      ];
      for (const compute of backends) {
        const slopes = createSlopes(compute, createScope(), x);
        slopes.setSpacing(h);
        const expression = parseExpression(text);
        await slopes.prepare(expression, { scheme });
        contestants.push({
          name: compute.kind,
          adapter: compute.adapter,
          take: () => compute.run([slopes.take(expression, { scheme })]),
          async result() {
            await compute.run([slopes.fetch]);
            return slopes.fetched();
          },
        });
      }
      const taken = await takeTurns(contestants, rounds, expected);
      rows.push(...taken.map((row) => ({ formula: text, scheme, ...row })));
    }
  }
  for (const backend of backends) backend.dispose();
  await sources.close();
  return rows;
}

function plain(f, slopeAt, x, { values, slopes }) {
  for (let i = 0; i < count; i++) {
    values[i] = f(x[i]);
    slopes[i] = slopeAt(f, x[i]);
  }
}

async function takeTurns(contestants, rounds, expected) {
  const taken = contestants.map(() => ({ times: [], error: 0 }));
  // The first two rounds warm up.
  for (let round = -2; round < rounds; round++) {
    for (const [i, { name, take, result }] of contestants.entries()) {
      const begun = performance.now();
      await take();
      const ms = performance.now() - begun;
      const found = await result();
      const error = Math.max(
        largestError(found.values, expected.values),
        largestError(found.slopes, expected.slopes),
      );
      if (!(error <= (mostError[name] ?? 0))) throw new Error(`${name} is off by ${error}`);
      taken[i].error = Math.max(taken[i].error, error);
      if (round >= 0) taken[i].times.push(ms);
    }
  }
  const [first] = taken;
  return contestants.map(({ name, adapter }, i) => {
    const { times, error } = taken[i];
    const ratios = times.map((ms, round) => first.times[round] / ms);
    return {
      contestant: name,
      adapter,
      medianMs: median(times),
      timesAsFast: median(ratios),
      leastRatio: Math.min(...ratios),
      mostRatio: Math.max(...ratios),
      error,
    };
  });
}

function largestError(found, expected) {
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const error = Math.abs(found[i] - expected[i]);
    if (!(error <= largest)) largest = error;
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
  const rows = await slopeRows({ rounds: Number(process.argv[2] ?? 7) });
  console.log(rows.find(({ adapter }) => adapter)?.adapter);
  for (const it of rows) {
    console.log(
      `${it.formula.padEnd(18)} ${it.scheme.padEnd(11)} ${it.contestant.padEnd(17)} ` +
        `${it.medianMs.toFixed(1).padStart(7)} ms  ${it.timesAsFast.toFixed(2)} ` +
        `(${it.leastRatio.toFixed(2)} to ${it.mostRatio.toFixed(2)})  error ${it.error.toExponential(1)}`,
    );
  }
  process.exit(0);
}
