// Sine, cosine and tangent in f32 for every f32 angle, to a few units of the last place.

// An angle as quarters of a turn (mod 4) and what is left, between -pi/4 and pi/4.
struct Turn {
  quarters: u32,
  rest: f32,
}

// The bits of 2/pi, after one word of zeros.
const TWO_OVER_PI = array<u32, 9>(
  0u, 0xa2f9836eu, 0x4e441529u, 0xfc2757d1u, 0xf534ddc0u,
  0xdb629599u, 0x3c439041u, 0xfe5163abu, 0xdebbc561u,
);

// The upper 32 bits of a product.
fn multiply_high(a: u32, b: u32) -> u32 {
  let low = (a & 0xffffu) * (b & 0xffffu);
  let middle = (a >> 16u) * (b & 0xffffu) + (low >> 16u);
  let other = (a & 0xffffu) * (b >> 16u) + (middle & 0xffffu);
  return (a >> 16u) * (b >> 16u) + (middle >> 16u) + (other >> 16u);
}

// Payne and Hanek: the angle's 24 bits times those 96 bits of 2/pi that say something about the
// quarter and its fraction; what comes before counts whole turns. In integers, so it is exact.
fn turn_of(x: f32) -> Turn {
  let size = abs(x);
  let is_small = size < 0.785398;
  let bits = bitcast<u32>(select(size, 1.0, is_small));
  let mantissa = (bits & 0x7fffffu) | 0x800000u;
  // size = mantissa 2^(exponent - 150), and a turn's quarters have the weights 2 and 1.
  let offset = (bits >> 23u) - 150u + 30u;
  let shift = offset % 32u;
  let first = min(offset / 32u, 5u);
  var table = TWO_OVER_PI;
  let window_0 = shifted(table[first], table[first + 1u], shift);
  let window_1 = shifted(table[first + 1u], table[first + 2u], shift);
  let window_2 = shifted(table[first + 2u], table[first + 3u], shift);
  let low_carry = multiply_high(window_2, mantissa);
  let middle = window_1 * mantissa + low_carry;
  let carry = select(0u, 1u, middle < low_carry);
  let high = window_0 * mantissa + multiply_high(window_1, mantissa) + carry;
  let low = window_2 * mantissa;
  let fraction_high = (high << 2u) | (middle >> 30u);
  let fraction_low = (middle << 2u) | (low >> 30u);
  // From half a quarter on the next one is nearer.
  let is_next = (fraction_high >> 31u) == 1u;
  let quarters = (high >> 30u) + select(0u, 1u, is_next);
  let negative_high = ~fraction_high + select(0u, 1u, fraction_low == 0u);
  let size_high = select(fraction_high, negative_high, is_next);
  let size_low = select(fraction_low, ~fraction_low + 1u, is_next);
  let fraction = f32(size_high) * 2.3283064365e-10 + f32(size_low) * 5.4210108624e-20;
  let rest = select(fraction, -fraction, is_next != (x < 0.0)) * 1.57079632679;
  let turned = select(quarters, 4u - (quarters & 3u), x < 0.0) & 3u;
  return Turn(select(turned, 0u, is_small), select(rest, x, is_small));
}

// 32 bits of two words, from the given one on.
fn shifted(word: u32, next: u32, shift: u32) -> u32 {
  // Not next >> (32 - shift): a shift by 32 would be one by 0.
  return (word << shift) | ((next >> 1u) >> (31u - shift));
}

fn sin_rest(r: f32) -> f32 {
  let z = r * r;
  var p = -1.9515295891e-4;
  p = fma(p, z, 8.3321608736e-3);
  p = fma(p, z, -1.6666654611e-1);
  return fma(p * z, r, r);
}

fn cos_rest(r: f32) -> f32 {
  let z = r * r;
  var p = 2.443315711809948e-5;
  p = fma(p, z, -1.388731625493765e-3);
  p = fma(p, z, 4.166664568298827e-2);
  return fma(p * z, z, fma(-0.5, z, 1.0));
}

fn sine_of(turn: Turn) -> f32 {
  let value = select(sin_rest(turn.rest), cos_rest(turn.rest), (turn.quarters & 1u) == 1u);
  return select(value, -value, (turn.quarters & 2u) == 2u);
}

fn sin_f32(x: f32) -> f32 {
  return sine_of(turn_of(x));
}

fn cos_f32(x: f32) -> f32 {
  let turn = turn_of(x);
  return sine_of(Turn(turn.quarters + 1u, turn.rest));
}

fn tan_f32(x: f32) -> f32 {
  let turn = turn_of(x);
  let r = turn.rest;
  let z = r * r;
  var p = 9.38540185543e-3;
  p = fma(p, z, 3.11992232697e-3);
  p = fma(p, z, 2.44301354525e-2);
  p = fma(p, z, 5.34112807005e-2);
  p = fma(p, z, 1.33387994085e-1);
  p = fma(p, z, 3.33331568548e-1);
  let tangent = fma(p * z, r, r);
  let is_odd_quarter = (turn.quarters & 1u) == 1u;
  return select(tangent, -1.0 / select(1.0, tangent, is_odd_quarter), is_odd_quarter);
}
