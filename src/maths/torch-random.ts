import { logFloat32, sinCosFloat32 } from './float32-functions.ts';
import { mersenneTwister } from './mersenne-twister.ts';

const f32 = Math.fround;
const twoPi = f32(2 * Math.PI);

export interface TorchRandom {
  /** `torch.rand(count)`: float32 in [0, 1), 24 random bits each. */
  uniforms(count: number): Float32Array;
  /** `torch.randn(count)`: float32, standard normal. */
  normals(count: number): Float32Array;
  /** The same normals one part after another, each of an even number of them. */
  normalParts(count: number): Generator<Float32Array, void>;
}

/**
 * The random numbers that torch draws on a CPU after `torch.manual_seed(seed)`, in the order of
 * drawing. Fewer than sixteen normals are drawn one by one in double precision, sixteen or more in
 * blocks in single precision, as in ATen's `normal_kernel`.
 */
export function torchRandom(seed: number): TorchRandom {
  const next = mersenneTwister(seed);
  const uniform = () => f32((next() & 0xffffff) * 2 ** -24);
  let second: number | null = null;

  /** Box-Muller in double precision; every other value was computed with the one before. */
  function normal(): number {
    if (second !== null) {
      const kept = second;
      second = null;
      return kept;
    }
    const turn = uniform53(next);
    const radius = Math.sqrt(-2 * Math.log1p(-uniform53(next)));
    second = radius * Math.sin(2 * Math.PI * turn);
    return radius * Math.cos(2 * Math.PI * turn);
  }

  function uniforms(count: number): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = uniform();
    return values;
  }

  function normals(count: number): Float32Array {
    if (count < 16) return Float32Array.from({ length: count }, normal);
    const values = uniforms(count);
    for (let start = 0; start + 16 <= count; start += 16) boxMuller(values, start);
    if (count % 16 !== 0) {
      // torch draws the last sixteen again, over whatever of them was transformed already.
      for (let i = count - 16; i < count; i++) values[i] = uniform();
      boxMuller(values, count - 16);
    }
    return values;
  }

  return {
    uniforms,
    normals,
    *normalParts(count) {
      // Whole blocks, and of the last part enough for torch's way with the last sixteen.
      let left = count;
      for (; left >= partLength + 16; left -= partLength) yield normals(partLength);
      yield normals(left);
    },
  };
}

/** A multiple of a block's sixteen that is drawn in a few milliseconds. */
const partLength = 2 ** 13;

/** 53 random bits from two draws, the first in the high word. */
function uniform53(next: () => number): number {
  const high = next() & 0x1fffff;
  return (high * 2 ** 32 + next()) * 2 ** -53;
}

/** Turns sixteen uniforms into sixteen normals in place, eight cosines and then eight sines. */
function boxMuller(values: Float32Array, start: number): void {
  for (let i = start; i < start + 8; i++) {
    const radius = f32(Math.sqrt(f32(-2 * logFloat32(f32(1 - values[i])))));
    const { sin, cos } = sinCosFloat32(f32(twoPi * values[i + 8]));
    values[i] = f32(radius * cos);
    values[i + 8] = f32(radius * sin);
  }
}
