import { inSlices } from '../../../base/in-slices.ts';
import { runInSlices } from '../../../base/run-in-slices.ts';
import { mersenneTwister } from '../../../maths/mersenne-twister.ts';
import { torchRandom } from '../../../maths/torch-random.ts';
import { digitPixels, side } from './digit-pixels.ts';

/** How A and B are filled, whatever their shape is. */
export interface Preset {
  readonly shape: { readonly m: number; readonly k: number; readonly n: number };
  fill(shape: { m: number; k: number; n: number }, seed: number): Operands | Promise<Operands>;
}

export interface Operands {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** The digits that the lesson's first five images show (01_matmul). */
const lessonDigits = [3, 8, 6, 9, 6];

export const presetNames = [
  'integers',
  'lesson',
  'digit',
  'identity',
  'rotation',
  'random',
] as const;

export type PresetName = (typeof presetNames)[number];

export const presets: Readonly<Record<PresetName, Preset>> = {
  integers: {
    shape: { m: 3, k: 3, n: 3 },
    async fill({ m, k, n }, seed) {
      const draw = digits(seed);
      return { a: await draw(m * k), b: await draw(k * n) };
    },
  },
  lesson: {
    shape: { m: lessonDigits.length, k: side * side, n: 10 },
    fill: async ({ m, k, n }, seed) => ({
      a: await images(m, k, (row) => lessonDigits[row % lessonDigits.length]),
      b: await weights(k, n, seed),
    }),
  },
  digit: {
    shape: { m: 1, k: side * side, n: 10 },
    fill: async ({ m, k, n }, seed) => ({
      a: await images(m, k, (row) => (row + seed) % 10),
      b: await weights(k, n, seed),
    }),
  },
  identity: {
    shape: { m: 4, k: 4, n: 4 },
    fill: async ({ m, k, n }, seed) => ({
      a: await digits(seed)(m * k),
      b: await filled(k * n, (at) => (Math.floor(at / n) === at % n ? 1 : 0)),
    }),
  },
  rotation: {
    shape: { m: 2, k: 2, n: 8 },
    async fill({ m, k, n }) {
      // By 30 degrees in the plane of the first two axes; B's columns are points on a square.
      const [cos, sin] = [Math.sqrt(3) / 2, 1 / 2];
      const turn = [cos, -sin, sin, cos];
      const square = [1, 1, 0, 1, -1, 1, -1, 0, -1, -1, 0, -1, 1, -1, 1, 0];
      return {
        a: await filled(m * k, (at) => {
          const [i, j] = [Math.floor(at / k), at % k];
          return i < 2 && j < 2 ? turn[2 * i + j] : Number(i === j);
        }),
        b: await filled(k * n, (at) => {
          const [axis, point] = [Math.floor(at / n), at % n];
          return axis < 2 ? square[2 * (point % 8) + axis] : 0;
        }),
      };
    },
  },
  random: {
    shape: { m: 8, k: 8, n: 8 },
    async fill({ m, k, n }, seed) {
      const { uniforms } = torchRandom(seed);
      const between = async (count: number) => {
        const values = new Float64Array(count);
        await inSlices(count, (first, end) => {
          const drawn = uniforms(end - first);
          for (let i = 0; i < drawn.length; i++) values[first + i] = 2 * drawn[i] - 1;
        });
        return values;
      };
      return { a: await between(m * k), b: await between(k * n) };
    },
  },
};

/** Each row of A is an image, one pixel after another; longer rows end in zeros. */
async function images(m: number, k: number, digitOf: (row: number) => number) {
  const a = new Float64Array(m * k);
  await inSlices(m, (first, end) => {
    for (let row = first; row < end; row++) {
      a.set(digitPixels(digitOf(row)).subarray(0, k), row * k);
    }
  });
  return a;
}

/** Values by their places, in slices: there may be millions. */
async function filled(count: number, valueAt: (at: number) => number): Promise<Float64Array> {
  const values = new Float64Array(count);
  await inSlices(count, (first, end) => {
    for (let at = first; at < end; at++) values[at] = valueAt(at);
  });
  return values;
}

/** Random digits; each call goes on where the one before it ended. */
function digits(seed: number) {
  const draw = mersenneTwister(seed);
  return (count: number) => filled(count, () => (draw() >>> 8) % 10);
}

/** `torch.manual_seed(seed); torch.randn(k, n)`, as the lesson draws its weights. */
async function weights(k: number, n: number, seed: number): Promise<Float64Array> {
  const values = new Float64Array(k * n);
  function* draw(): Generator<void, void> {
    let at = 0;
    for (const part of torchRandom(seed).normalParts(k * n)) {
      values.set(part, at);
      at += part.length;
      yield;
    }
  }
  await runInSlices(draw());
  return values;
}
