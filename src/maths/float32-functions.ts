/**
 * Logarithm, sine and cosine as numpy evaluates them on float32 arrays (SIMD with fused
 * multiply-adds): the lesson's points are defined to the last bit by these, and `Math.log` rounded
 * to float32 differs in about three of a hundred of them.
 *
 * The coefficients are numpy's minimax polynomials (numpy/core/src/umath, `npy_simd_data.h`).
 */

const f32 = Math.fround;
/** a·b is exact in f64, so one rounding to f64 and one to f32 stand for the hardware's single one. */
const fusedMultiplyAdd = (a: number, b: number, c: number) => f32(a * b + c);

/** Horner's rule, lowest coefficient first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  let sum = coefficients[coefficients.length - 1];
  for (let i = coefficients.length - 2; i >= 0; i--) {
    sum = fusedMultiplyAdd(sum, x, coefficients[i]);
  }
  return sum;
}

const logNumerator = [
  0, 1, 2.112677543073053, 1.4800006335765066, 0.38088377413884084, 0.025899791179079226,
].map(f32);
const logDenominator = [
  1, 2.612677543073109, 2.4530060717847366, 0.9864942958519419, 0.15464763749839067,
  0.005875095403124574,
].map(f32);
const ln2 = f32(Math.LN2);
const sqrt2 = f32(Math.SQRT2);
const bits = new DataView(new ArrayBuffer(4));

/** Natural logarithm of a normal, positive float32. */
export function logFloat32(x: number): number {
  bits.setFloat32(0, x);
  const pattern = bits.getInt32(0);
  let exponent = (pattern >>> 23) - 127;
  bits.setInt32(0, (pattern & 0x7fffff) | 0x3f800000);
  let mantissa = bits.getFloat32(0);
  if (mantissa > sqrt2) {
    mantissa /= 2;
    exponent += 1;
  }
  const y = f32(mantissa - 1);
  const log = f32(polynomial(y, logNumerator) / polynomial(y, logDenominator));
  return fusedMultiplyAdd(exponent, ln2, log);
}

// pi/2 in three float32 parts (Cody and Waite), so that the reduced angle keeps its precision.
const halfPi = [0x1921fb / 2 ** 20, 0x15110b4 / 2 ** 46, 0x1846988 / 2 ** 72];
const roundToInteger = f32(1.5 * 2 ** 23);
const cosine = [1, -0.5, 0x155553c / 2 ** 29, -0x16c06dc / 2 ** 34, 0x198e616 / 2 ** 40];
const sine = [
  0,
  -0x1555556 / 2 ** 27,
  0x111119a / 2 ** 31,
  -0x1a06bba / 2 ** 37,
  0x17d3bbc / 2 ** 43,
];

/** Sine and cosine of a float32 angle in radians (|angle| up to a few thousand). */
export function sinCosFloat32(angle: number): { sin: number; cos: number } {
  const scaled = f32(angle * f32(2 / Math.PI));
  const quadrant = f32(f32(scaled + roundToInteger) - roundToInteger);
  let r = angle;
  for (const part of halfPi) r = fusedMultiplyAdd(quadrant, -part, r);
  const square = f32(r * r);
  const c = polynomial(square, cosine);
  const s = fusedMultiplyAdd(polynomial(square, sine), r, r);
  switch (((quadrant % 4) + 4) % 4) {
    case 0:
      return { sin: s, cos: c };
    case 1:
      return { sin: c, cos: -s };
    case 2:
      return { sin: -s, cos: -c };
    default:
      return { sin: -c, cos: s };
  }
}
