/**
 * Products of matrices in f32 on one adapter, by us and by others: `node bench/products.mjs [rounds]`.
 * `npm ci` in this folder brings the others (tfjs-webgpu, jax-js); one that does not run here is named.
 *
 * All take turns in one process, each timed until its device is done. Every result is held against a
 * product in f64 at cells that are drawn from all of it, and a device that complains ends the run.
 */
import { fileURLToPath } from 'node:url';
import { openSources } from '../scripts/open-sources.mjs';
import { onDriver } from './on-driver.mjs';
import { figuresOf, largest, takeTurns } from './take-turns.mjs';

const shapes = [
  { m: 512, k: 512, n: 512 },
  { m: 1024, k: 1024, n: 1024 },
];
/** The same product with its operands and its result in every order. */
const expressions = ['ik,kj->ij', 'ki,kj->ij', 'ik,jk->ij', 'ij,jk->ki'];
/** In units of the sum of a cell's terms' magnitudes. */
const mostError = 2e-6;

/**
 * @param {{ rounds?: number }} [options]
 * @returns {Promise<object[]>} a row each, as `takeTurns` gives it, with the shape; gpu-best is the first
 */
export async function productRows({ rounds = 7 } = {}) {
  const sources = await openSources();
  const { openNodeBackend } = await sources.load('/src/headless/open-node-backend.ts');
  const compute = await openNodeBackend('webgpu');
  const rows = [];
  const peers = await openPeers();
  for (const shape of shapes) {
    const operands = drawOperands(shape);
    const contestants = [
      await openBest(sources, compute, shape, operands),
      ...(await Promise.all(
        expressions.map((text) => openEinsum(sources, compute, text, shape, operands)),
      )),
      ...peers.map((open) => open(shape, operands)),
    ];
    const taken = await takeTurns(contestants, rounds, (result, { name, complaints = [] }) => {
      const error = largestError(result, shape, operands);
      if (!(error <= mostError)) throw new Error(`${name} is off by ${error}`);
      if (complaints.length > 0) throw new Error(`${name}: ${complaints[0]}`);
      return error;
    });
    rows.push(...taken.map((row) => ({ ...row, adapter: compute.adapter, ...shape })));
  }
  compute.dispose();
  await sources.close();
  return rows;
}

async function openBest(sources, compute, shape, { a, b }) {
  const { chooseKernel } = await sources.load('/src/gpu/matmul/choose-kernel.ts');
  const { createMatmul } = await sources.load('/src/gpu/matmul/matmul.ts');
  const { createScope } = await sources.load('/src/base/scope.ts');
  const { best } = await chooseKernel(compute, shape);
  const matmul = createMatmul(compute, createScope(), shape);
  matmul.upload(a, b);
  return {
    name: 'gpu-best',
    kernel: best.label,
    take: () => compute.run([matmul.multiply(best)]),
    async result() {
      const c = new Float64Array(shape.m * shape.n);
      await compute.run([matmul.fetch]);
      matmul.collect(c);
      return c;
    },
  };
}

async function openEinsum(sources, compute, text, { m, k, n }, { a, b }) {
  const { createEinsum } = await sources.load('/src/gpu/einsum/einsum.ts');
  const { createScope } = await sources.load('/src/base/scope.ts');
  const [first, second, output] = text.split(/,|->/);
  const [i, j, t] = lettersOf(first, second, output);
  const sizes = { [i]: m, [j]: n, [t]: k };
  const shapeOf = (letters) => [...letters].map((letter) => sizes[letter]);
  const einsum = await createEinsum(compute, createScope(), text, [
    shapeOf(first),
    shapeOf(second),
  ]);
  const turned = first.endsWith(i);
  const given = [turned ? turn(a, m, k) : a, second.startsWith(j) ? turn(b, k, n) : b];
  for (const [at, values] of given.entries()) {
    compute.upload(einsum.operands[at], Float32Array.from(values));
  }
  return {
    name: `einsum ${text}`,
    kernel: einsum.kernels[0].name,
    take: () => compute.run([einsum.contract]),
    async result() {
      await compute.run([einsum.fetch]);
      return output.startsWith(i) ? einsum.result : turn(einsum.result, n, m);
    },
  };
}

/** The letters of the rows, the columns and the terms. */
function lettersOf(first, second, output) {
  const term = [...first].find((letter) => second.includes(letter));
  const rows = [...first].find((letter) => letter !== term);
  return [rows, [...output].find((letter) => letter !== rows), term];
}

function turn(values, rows, columns) {
  const turned = new values.constructor(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned[j * rows + i] = values[i * columns + j];
  }
  return turned;
}

/** What is installed and runs here; the others are named. */
async function openPeers() {
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  // Must stay reachable as long as its devices live.
  globalThis.benchDawn = create([]);
  Object.defineProperty(globalThis, 'navigator', {
    value: { gpu: globalThis.benchDawn, userAgent: 'node', platform: '' },
    configurable: true,
  });
  const found = [];
  for (const open of [openTfjs, openJax]) {
    try {
      found.push(await open());
    } catch (error) {
      console.error(`${open.name}: does not run here (${error.message.split('\n')[0]})`);
    }
  }
  return found;
}

async function openTfjs() {
  const tf = await import('@tensorflow/tfjs-core');
  await import('@tensorflow/tfjs-backend-webgpu');
  if (!(await tf.setBackend('webgpu'))) throw new Error('tfjs has no WebGPU here');
  await tf.ready();
  const { device } = tf.backend();
  const complaints = watch(device);
  return ({ m, k, n }, { a, b }) => {
    const [first, second] = [
      tf.tensor2d(Float32Array.from(a), [m, k]),
      tf.tensor2d(Float32Array.from(b), [k, n]),
    ];
    let product = null;
    return {
      name: 'tfjs-webgpu',
      complaints,
      async take() {
        product?.dispose();
        product = tf.matMul(first, second);
        // One cell brought back: the only public way to know that it is done.
        const cell = tf.slice(product, [0, 0], [1, 1]);
        await cell.data();
        cell.dispose();
      },
      result: () => product.data(),
    };
  };
}

async function openJax() {
  const { init, defaultDevice, numpy: np } = await import('@jax-js/jax');
  const devices = await init('webgpu');
  if (!devices.includes('webgpu')) throw new Error('jax-js has no WebGPU here');
  defaultDevice('webgpu');
  return ({ m, k, n }, { a, b }) => {
    const first = np.array(Float32Array.from(a)).reshape([m, k]);
    const second = np.array(Float32Array.from(b)).reshape([k, n]);
    let product = null;
    return {
      name: 'jax-js',
      async take() {
        product?.dispose();
        product = np.matmul(first.ref, second.ref);
        await product.blockUntilReady();
      },
      result: () => product.ref.data(),
    };
  };
}

/** What a device complains about, as it comes. */
function watch(device) {
  const complaints = [];
  device.addEventListener('uncapturederror', ({ error }) => complaints.push(error.message));
  return complaints;
}

function drawOperands({ m, k, n }) {
  let state = 42;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.fround(state / 2 ** 31 - 1);
  };
  return {
    a: Float64Array.from({ length: m * k }, next),
    b: Float64Array.from({ length: k * n }, next),
  };
}

/** At cells of all rows and columns, the last of each among them. */
const largestError = (c, shape, operands) =>
  largest(Array.from({ length: 2000 }, (_, cell) => errorAt(c, cell, shape, operands)));

function errorAt(c, cell, { m, k, n }, { a, b }) {
  const i = cell === 0 ? m - 1 : (cell * 37) % m;
  const j = cell === 0 ? n - 1 : (cell * 101) % n;
  let sum = 0;
  let magnitude = 0;
  for (let t = 0; t < k; t++) {
    const term = a[i * k + t] * b[t * n + j];
    sum += term;
    magnitude += Math.abs(term);
  }
  return Math.abs(c[i * n + j] - sum) / magnitude;
}

await onDriver(fileURLToPath(import.meta.url), async (rounds) => {
  const rows = await productRows({ rounds });
  console.log(rows[0].adapter);
  for (const it of rows) {
    const what = `${it.m}×${it.k}×${it.n}  ${it.contestant.padEnd(18)}`;
    console.log(`${what} ${figuresOf(it)}  ${it.kernel ?? ''}`);
  }
});
