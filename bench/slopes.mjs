/**
 * Values and slopes of a formula at a million places: the CPU backend (f64) and WebGPU (f32) beside the
 * same formula written out as JavaScript. `node bench/slopes.mjs [rounds]` prints one row each.
 *
 * All take turns in one process; the places and the distance are powers of two apart, so that f32 holds
 * them, and every result is held against the written formula's in units of what f32 rounds away.
 */
import { fileURLToPath } from 'node:url';
import { openSources } from '../scripts/open-sources.mjs';
import { onDriver } from './on-driver.mjs';
import { figuresOf, largest, takeTurns } from './take-turns.mjs';

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
 * @returns {Promise<object[]>} a row each, as `takeTurns` gives it, with formula and scheme
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
      const taken = await takeTurns(contestants, rounds, (found, { name }) => {
        const error = Math.max(
          largestError(found.values, expected.values),
          largestError(found.slopes, expected.slopes),
        );
        if (!(error <= (mostError[name] ?? 0))) throw new Error(`${name} is off by ${error}`);
        return error;
      });
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

const largestError = (found, expected) =>
  largest(expected.map((value, i) => Math.abs(found[i] - value)));

await onDriver(fileURLToPath(import.meta.url), async (rounds) => {
  const rows = await slopeRows({ rounds });
  console.log(rows.find(({ adapter }) => adapter)?.adapter);
  for (const it of rows) {
    const what = `${it.formula.padEnd(18)} ${it.scheme.padEnd(11)} ${it.contestant.padEnd(17)}`;
    console.log(`${what} ${figuresOf(it)}`);
  }
});
