import { mersenneTwister } from '../../maths/mersenne-twister.ts';
import { torchRandom } from '../../maths/torch-random.ts';
import { digitPixels, side } from './digit-pixels.ts';

/** How A and B are filled, whatever their shape is. */
export interface Preset {
  readonly shape: { readonly m: number; readonly k: number; readonly n: number };
  fill(shape: { m: number; k: number; n: number }, seed: number): Operands;
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
    fill({ m, k, n }, seed) {
      const draw = mersenneTwister(seed);
      const digits = (count: number) =>
        Float64Array.from({ length: count }, () => (draw() >>> 8) % 10);
      return { a: digits(m * k), b: digits(k * n) };
    },
  },
  lesson: {
    shape: { m: lessonDigits.length, k: side * side, n: 10 },
    fill: ({ m, k, n }, seed) => ({
      a: images(m, k, (row) => lessonDigits[row % lessonDigits.length]),
      b: weights(k, n, seed),
    }),
  },
  digit: {
    shape: { m: 1, k: side * side, n: 10 },
    fill: ({ m, k, n }, seed) => ({
      a: images(m, k, (row) => (row + seed) % 10),
      b: weights(k, n, seed),
    }),
  },
  identity: {
    shape: { m: 4, k: 4, n: 4 },
    fill: ({ m, k, n }, seed) => ({
      a: presets.integers.fill({ m, k, n }, seed).a,
      b: Float64Array.from({ length: k * n }, (_, at) => (Math.floor(at / n) === at % n ? 1 : 0)),
    }),
  },
  rotation: {
    shape: { m: 2, k: 2, n: 8 },
    fill({ m, k, n }) {
      // By 30 degrees in the plane of the first two axes; B's columns are points on a square.
      const [cos, sin] = [Math.sqrt(3) / 2, 1 / 2];
      const turn = [cos, -sin, sin, cos];
      const square = [1, 1, 0, 1, -1, 1, -1, 0, -1, -1, 0, -1, 1, -1, 1, 0];
      return {
        a: Float64Array.from({ length: m * k }, (_, at) => {
          const [i, j] = [Math.floor(at / k), at % k];
          return i < 2 && j < 2 ? turn[2 * i + j] : Number(i === j);
        }),
        b: Float64Array.from({ length: k * n }, (_, at) => {
          const [axis, point] = [Math.floor(at / n), at % n];
          return axis < 2 ? square[2 * (point % 8) + axis] : 0;
        }),
      };
    },
  },
  random: {
    shape: { m: 8, k: 8, n: 8 },
    fill({ m, k, n }, seed) {
      const { uniforms } = torchRandom(seed);
      const between = (count: number) => Float64Array.from(uniforms(count), (u) => 2 * u - 1);
      return { a: between(m * k), b: between(k * n) };
    },
  },
};

/** Each row of A is an image, one pixel after another; longer rows end in zeros. */
function images(m: number, k: number, digitOf: (row: number) => number): Float64Array {
  const a = new Float64Array(m * k);
  for (let row = 0; row < m; row++) {
    a.set(digitPixels(digitOf(row)).subarray(0, k), row * k);
  }
  return a;
}

/** `torch.manual_seed(seed); torch.randn(k, n)`, as the lesson draws its weights. */
const weights = (k: number, n: number, seed: number) =>
  Float64Array.from(torchRandom(seed).normals(k * n));
