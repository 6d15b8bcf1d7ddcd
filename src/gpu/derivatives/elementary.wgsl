// Elementary functions in f32, each to a few units of the last place. WGSL's own are allowed an
// error of 2^-11 (sin, cos) or give none at all (tan, pow of large numbers), and differ from driver
// to driver. The polynomials are those of Cephes (Moshier, netlib), single precision.
//
// What must not be reordered passes through bits: a compiler may treat sums as exact, but not integers.

const LN2_HIGH = 0.693359375;
const LN2_LOW = -2.12194440e-4;
const HALF_PI = 1.57079632679;

// The leading 12 bits, so that a product of two of these is exact.
fn leading_bits(x: f32) -> f32 {
  return bitcast<f32>(bitcast<u32>(x) & 0xfffff000u);
}

// 2^k for -126 <= k <= 127.
fn power_of_two(k: i32) -> f32 {
  return bitcast<f32>(u32(k + 127) << 23u);
}

// For -104 < x < 88.73.
fn exp_f32(x: f32) -> f32 {
  let k = floor(fma(x, 1.44269504089, 0.5));
  let r = fma(-k, LN2_LOW, fma(-k, LN2_HIGH, x));
  var p = 1.9875691500e-4;
  p = fma(p, r, 1.3981999507e-3);
  p = fma(p, r, 8.3334519073e-3);
  p = fma(p, r, 4.1665795894e-2);
  p = fma(p, r, 1.6666665459e-1);
  p = fma(p, r, 5.0000001201e-1);
  let e = fma(p, r * r, r) + 1.0;
  let half = i32(k) / 2;
  return e * power_of_two(half) * power_of_two(i32(k) - half);
}

// x = 2^exponent (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), for x > 0.
struct Split {
  f: f32,
  exponent: f32,
}

fn split_f32(x: f32) -> Split {
  let is_small = x < 1.17549435e-38;
  let bits = bitcast<u32>(select(x, x * 8388608.0, is_small));
  let exponent = i32(bits >> 23u) - 127 - select(0, 23, is_small);
  let mantissa = bitcast<f32>((bits & 0x7fffffu) | 0x3f800000u);
  let is_upper = mantissa > 1.41421356;
  return Split(
    select(mantissa, 0.5 * mantissa, is_upper) - 1.0,
    f32(exponent + select(0, 1, is_upper)),
  );
}

// ln(1 + f) - f, for 1 + f between sqrt(1/2) and sqrt(2).
fn ln_rest(f: f32) -> f32 {
  var p = 7.0376836292e-2;
  p = fma(p, f, -1.1514610310e-1);
  p = fma(p, f, 1.1676998740e-1);
  p = fma(p, f, -1.2420140846e-1);
  p = fma(p, f, 1.4249322787e-1);
  p = fma(p, f, -1.6668057665e-1);
  p = fma(p, f, 2.0000714765e-1);
  p = fma(p, f, -2.4999993993e-1);
  p = fma(p, f, 3.3333331174e-1);
  let square = f * f;
  return fma(-0.5, square, p * f * square);
}

fn ln_f32(x: f32) -> f32 {
  let s = split_f32(x);
  let rest = fma(s.exponent, LN2_LOW, ln_rest(s.f));
  return fma(s.exponent, LN2_HIGH, s.f + rest);
}

// 1/ln(2) is 1 + 0.4426..., so that a power of two has its exponent exactly.
fn log2_f32(x: f32) -> f32 {
  let s = split_f32(x);
  let rest = ln_rest(s.f);
  return fma(rest, 0.44269504089, s.f * 0.44269504089) + rest + s.f + s.exponent;
}

fn log10_f32(x: f32) -> f32 {
  let s = split_f32(x);
  let rest = ln_rest(s.f);
  let low = fma(s.f + rest, 7.00731903251827651129e-4, rest * 4.3359375e-1);
  let high = fma(s.exponent, 2.48745663981195213739e-4, low + s.f * 4.3359375e-1);
  return fma(s.exponent, 3.0078125e-1, high);
}

// ln(1 + s) = 2 artanh(s / (2 + s)) for 0 <= s <= 1.
fn ln_of_one_plus(s: f32) -> f32 {
  let t = s / (2.0 + s);
  let z = t * t;
  var p = 1.0 / 15.0;
  p = fma(p, z, 1.0 / 13.0);
  p = fma(p, z, 1.0 / 11.0);
  p = fma(p, z, 1.0 / 9.0);
  p = fma(p, z, 1.0 / 7.0);
  p = fma(p, z, 0.2);
  p = fma(p, z, 1.0 / 3.0);
  return 2.0 * fma(p * z, t, t);
}

// x^y for x > 0. The exponent y ln(x) is needed to more digits than f32 has, so it is kept in two
// parts: `large` is exact, `small` is what it lacks.
struct Exponent {
  large: f32,
  small: f32,
}

fn power_exponent(x: f32, y: f32) -> Exponent {
  let s = split_f32(x);
  // ln(1 + f) = 2 artanh(q) with q = f / (2 + f), in two parts.
  let below = 2.0 + s.f;
  let below_high = leading_bits(below);
  let below_low = s.f - (below_high - 2.0);
  let q = leading_bits(s.f / below);
  let q_low = ((s.f - q * below_high) - q * below_low) / below;
  let ratio = s.f / below;
  let z = ratio * ratio;
  var p = 1.0 / 11.0;
  p = fma(p, z, 1.0 / 9.0);
  p = fma(p, z, 1.0 / 7.0);
  p = fma(p, z, 0.2);
  p = fma(p, z, 1.0 / 3.0);
  let tail = fma(2.0 * p * z, ratio, fma(s.exponent, LN2_LOW, 2.0 * q_low));
  let first = s.exponent * LN2_HIGH;
  let ln_high = leading_bits(first + 2.0 * q);
  // Of the two, the larger first: the difference of two numbers so near each other is exact.
  let is_first = abs(first) > abs(2.0 * q);
  let nearer = select(2.0 * q, first, is_first);
  let other = select(first, 2.0 * q, is_first);
  let ln_low = ((nearer - ln_high) + other) + tail;
  let y_high = leading_bits(y);
  return Exponent(y_high * ln_high, fma(y - y_high, ln_high, y * ln_low));
}

// The cube root of x > 0: a guess from the exponent, then Newton's steps.
fn cbrt_f32(x: f32) -> f32 {
  let is_small = x < 1.0e-30;
  let scaled = select(x, x * 1073741824.0, is_small);
  var root = bitcast<f32>(bitcast<u32>(scaled) / 3u + 0x2a514067u);
  for (var i = 0; i < 4; i++) {
    root -= (root - scaled / (root * root)) / 3.0;
  }
  return select(root, root * 0.0009765625, is_small);
}

// For 0 <= |x| <= 1.
fn asin_small(x: f32) -> f32 {
  let z = x * x;
  var p = 4.2163199048e-2;
  p = fma(p, z, 2.4181311049e-2);
  p = fma(p, z, 4.5470025998e-2);
  p = fma(p, z, 7.4953002686e-2);
  p = fma(p, z, 1.6666752422e-1);
  return fma(p * z, x, x);
}

fn asin_f32(x: f32) -> f32 {
  let is_small = abs(x) <= 0.5;
  let part = asin_small(select(sqrt(0.5 * (1.0 - abs(x))), abs(x), is_small));
  let angle = select(HALF_PI - 2.0 * part, part, is_small);
  return select(angle, -angle, x < 0.0);
}

fn acos_f32(x: f32) -> f32 {
  let is_small = abs(x) <= 0.5;
  let part = asin_small(select(sqrt(0.5 * (1.0 - abs(x))), x, is_small));
  let angle = select(2.0 * part, 2.0 * HALF_PI - 2.0 * part, x < 0.0);
  return select(angle, HALF_PI - part, is_small);
}

fn atan_f32(x: f32) -> f32 {
  let size = abs(x);
  let is_large = size > 2.41421356;
  let is_small = size <= 0.41421356;
  let above = select(select(size - 1.0, size, is_small), -1.0, is_large);
  let below = select(select(size + 1.0, 1.0, is_small), size, is_large);
  let base = select(select(0.5 * HALF_PI, 0.0, is_small), HALF_PI, is_large);
  let r = above / below;
  let z = r * r;
  var p = 8.05374449538e-2;
  p = fma(p, z, -1.38776856032e-1);
  p = fma(p, z, 1.99777106478e-1);
  p = fma(p, z, -3.33329491539e-1);
  let angle = base + fma(p * z, r, r);
  return select(angle, -angle, x < 0.0);
}

// For |x| < 1.
fn sinh_small(x: f32) -> f32 {
  let z = x * x;
  var p = 2.03721912945e-4;
  p = fma(p, z, 8.33028376239e-3);
  p = fma(p, z, 1.66667160211e-1);
  return fma(p * z, x, x);
}

fn tanh_f32(x: f32) -> f32 {
  let size = min(abs(x), 9.5);
  let z = min(x * x, 0.4);
  var p = -5.70498872745e-3;
  p = fma(p, z, 2.06390887954e-2);
  p = fma(p, z, -5.37397155531e-2);
  p = fma(p, z, 1.33314422036e-1);
  p = fma(p, z, -3.33332819422e-1);
  let large = 1.0 - 2.0 / (exp_f32(2.0 * size) + 1.0);
  return select(select(large, -large, x < 0.0), fma(p * z, x, x), size < 0.625);
}

// The series about 0, for |x| <= 1.
fn erf_small(x: f32) -> f32 {
  let z = x * x;
  var p = -1.4503852e-7;
  p = fma(p, z, 1.4589169e-6);
  p = fma(p, z, -1.3227513e-5);
  p = fma(p, z, 1.0683761e-4);
  p = fma(p, z, -7.5757576e-4);
  p = fma(p, z, 4.6296296e-3);
  p = fma(p, z, -2.3809524e-2);
  p = fma(p, z, 0.1);
  p = fma(p, z, -1.0 / 3.0);
  return 1.12837916710 * fma(p * z, x, x);
}

// 1 - erf(x) for 0 <= x < 9 to a part in ten million (Numerical Recipes, erfcc). The square of x is
// taken in two parts, of which the first is exact.
fn erfc_f32(x: f32) -> f32 {
  let t = 1.0 / (1.0 + 0.5 * x);
  var p = 0.17087277;
  p = fma(p, t, -0.82215223);
  p = fma(p, t, 1.48851587);
  p = fma(p, t, -1.13520398);
  p = fma(p, t, 0.27886807);
  p = fma(p, t, -0.18628806);
  p = fma(p, t, 0.09678418);
  p = fma(p, t, 0.37409196);
  p = fma(p, t, 1.00002368);
  p = fma(p, t, -1.26551223);
  let high = leading_bits(x);
  return t * exp_f32(-high * high) * exp_f32((high - x) * (high + x) + p);
}
