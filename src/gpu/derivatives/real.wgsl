// Real numbers in f32 that know whether they are one. WGSL may assume that there are no NaN and no
// infinities, so no test could find them afterwards: every operation looks at its domain first.

const NONE = 0u;
const FINITE = 1u;
// Larger than any f32: the value is its sign. 1/(1 + exp(100)) is 0 all the same.
const BEYOND = 2u;

struct Real {
  value: f32,
  state: u32,
}

fn none() -> Real {
  return Real(0.0, NONE);
}

fn finite(value: f32) -> Real {
  return Real(value, FINITE);
}

fn beyond(sign: f32) -> Real {
  return Real(select(1.0, -1.0, sign < 0.0), BEYOND);
}

// The one or the other. Drivers compile a choice faster than a branch, and a formula has many.
fn either(otherwise: Real, wanted: Real, condition: bool) -> Real {
  return Real(
    select(otherwise.value, wanted.value, condition),
    select(otherwise.state, wanted.state, condition),
  );
}

// What an operation gave, by its bits: a comparison could be left out.
fn held(value: f32) -> Real {
  let bits = bitcast<u32>(value);
  let is_infinite = (bits & 0x7fffffffu) == 0x7f800000u;
  let is_number = (bits & 0x7f800000u) != 0x7f800000u;
  let sign = select(1.0, -1.0, (bits >> 31u) == 1u);
  return Real(
    select(select(0.0, sign, is_infinite), value, is_number),
    select(select(NONE, BEYOND, is_infinite), FINITE, is_number),
  );
}

fn are_finite(u: Real, v: Real) -> bool {
  return u.state == FINITE && v.state == FINITE;
}

fn is_none(u: Real, v: Real) -> bool {
  return u.state == NONE || v.state == NONE;
}

fn real_negate(u: Real) -> Real {
  return Real(-u.value, u.state);
}

fn real_add(u: Real, v: Real) -> Real {
  let opposes = u.state == v.state && u.value != v.value;
  let larger = beyond(select(v.value, u.value, u.state == BEYOND));
  let infinite = either(larger, none(), is_none(u, v) || opposes);
  return either(infinite, held(u.value + v.value), are_finite(u, v));
}

fn real_subtract(u: Real, v: Real) -> Real {
  return real_add(u, real_negate(v));
}

fn real_multiply(u: Real, v: Real) -> Real {
  let is_zero = u.value == 0.0 || v.value == 0.0;
  let infinite = either(beyond(sign(u.value) * sign(v.value)), none(), is_none(u, v) || is_zero);
  return either(infinite, held(u.value * v.value), are_finite(u, v));
}

fn real_divide(u: Real, v: Real) -> Real {
  // A divisor above 2^126 may count as infinite.
  let scale = select(1.0, 0.0625, abs(v.value) > 1.0e37);
  let divisor = select(v.value, 1.0, v.value == 0.0);
  let quotient = held((u.value * scale) / (divisor * scale));
  let by_infinite = either(none(), finite(0.0), u.state == FINITE);
  let infinite = either(by_infinite, beyond(sign(u.value) * sign(divisor)), v.state == FINITE);
  let result = either(infinite, quotient, are_finite(u, v));
  return either(result, none(), is_none(u, v) || v.value == 0.0);
}

fn real_min(u: Real, v: Real) -> Real {
  let is_least = (u.state == BEYOND && u.value < 0.0) || (v.state == BEYOND && v.value > 0.0);
  let infinite = either(either(v, u, is_least), none(), is_none(u, v));
  return either(infinite, finite(min(u.value, v.value)), are_finite(u, v));
}

fn real_max(u: Real, v: Real) -> Real {
  return real_negate(real_min(real_negate(u), real_negate(v)));
}

// Whether two derivatives are one, but for rounding (2^-18).
fn is_same_slope(p: Real, q: Real) -> bool {
  let apart = abs(p.value - q.value);
  let is_near = apart <= 3.814697265625e-6 * max(abs(p.value), abs(q.value));
  return p.state == q.state && select(p.value == q.value, is_near, p.state == FINITE);
}

// The derivative of what follows the greater of u and v: p of u, q of v. Where they tie there is one
// only if both agree. See followGreater in TypeScript.
fn real_greater(u: Real, v: Real, p: Real, q: Real) -> Real {
  let rank_u = select(0.0, u.value, u.state == BEYOND);
  let rank_v = select(0.0, v.value, v.state == BEYOND);
  let is_ranked = rank_u != rank_v;
  let is_less = select(u.value < v.value, rank_u < rank_v, is_ranked);
  let is_tied = !is_ranked && u.value == v.value;
  let result = either(either(p, q, is_less), none(), is_tied && !is_same_slope(p, q));
  return either(result, none(), is_none(u, v));
}

// The one, where the other has a value.
fn real_where(guard: Real, value: Real) -> Real {
  return either(value, none(), guard.state == NONE);
}

fn is_whole(x: f32) -> bool {
  return floor(x) == x;
}

fn is_odd(x: f32) -> bool {
  return abs(x) < 16777216.0 && (i32(x) & 1) == 1;
}

// By repeated multiplication, so that signs and whole results are right.
fn whole_power(base: Real, exponent: u32) -> Real {
  var result = finite(1.0);
  var square = base;
  for (var n = exponent; n > 0u; n >>= 1u) {
    if ((n & 1u) == 1u) {
      result = real_multiply(result, square);
    }
    if (n > 1u) {
      square = real_multiply(square, square);
    }
  }
  return result;
}

// x^y for x > 0, where y is no small whole number.
fn positive_power(x: f32, y: f32) -> Real {
  let parts = power_exponent(x, y);
  let total = parts.large + parts.small;
  let is_held = total > -103.9 && total < 88.72283;
  // The larger part alone may be a little too large.
  let half = select(0.0, 0.5 * parts.large, is_held);
  let root = exp_f32(half);
  let value = held(root * (root * exp_f32(select(0.0, parts.small, is_held))));
  return either(either(finite(0.0), beyond(1.0), total > 0.0), value, is_held);
}

// u^v; of a negative number only whole powers, and 0^0 is 1.
fn real_power(u: Real, v: Real) -> Real {
  let exponent = v.value;
  let size = abs(u.value);
  let whole = is_whole(exponent);
  let is_repeated = whole && abs(exponent) <= 64.0;
  let repeated = whole_power(u, select(0u, u32(min(abs(exponent), 64.0)), is_repeated));
  let inverse = real_divide(finite(1.0), repeated);
  let power = either(
    positive_power(select(size, 1.0, size == 0.0), exponent),
    either(beyond(1.0), finite(0.0), exponent < 0.0),
    u.state == BEYOND,
  );
  let is_negative = u.value < 0.0 && is_odd(exponent);
  var result = Real(select(power.value, -power.value, is_negative), power.state);
  result = either(result, either(none(), finite(0.0), exponent > 0.0), size == 0.0);
  result = either(result, none(), u.value < 0.0 && !whole);
  result = either(result, either(repeated, inverse, exponent < 0.0), is_repeated);
  result = either(result, finite(1.0), exponent == 0.0);
  return either(result, none(), is_none(u, v) || v.state == BEYOND);
}

// c u^n, where a c of 0 leaves nothing.
fn real_scaled_power(c: Real, u: Real, n: Real) -> Real {
  let is_nothing = c.state == FINITE && c.value == 0.0;
  return either(real_multiply(c, real_power(u, n)), c, is_nothing);
}
