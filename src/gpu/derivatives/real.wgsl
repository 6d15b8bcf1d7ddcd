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

// What an operation gave, by its bits: a comparison could be left out.
fn held(value: f32) -> Real {
  let bits = bitcast<u32>(value);
  if ((bits & 0x7f800000u) != 0x7f800000u) {
    return finite(value);
  }
  if ((bits & 0x7fffffu) != 0u) {
    return none();
  }
  return Real(select(1.0, -1.0, (bits >> 31u) == 1u), BEYOND);
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
  if (are_finite(u, v)) {
    return held(u.value + v.value);
  }
  if (is_none(u, v) || (u.state == v.state && u.value != v.value)) {
    return none();
  }
  return beyond(select(v.value, u.value, u.state == BEYOND));
}

fn real_subtract(u: Real, v: Real) -> Real {
  if (are_finite(u, v)) {
    return held(u.value - v.value);
  }
  return real_add(u, real_negate(v));
}

fn real_multiply(u: Real, v: Real) -> Real {
  if (are_finite(u, v)) {
    return held(u.value * v.value);
  }
  if (is_none(u, v) || u.value == 0.0 || v.value == 0.0) {
    return none();
  }
  return beyond(sign(u.value) * sign(v.value));
}

fn real_divide(u: Real, v: Real) -> Real {
  if (is_none(u, v) || v.value == 0.0) {
    return none();
  }
  if (are_finite(u, v)) {
    // A divisor above 2^126 may count as infinite.
    let scale = select(1.0, 0.0625, abs(v.value) > 1.0e37);
    return held((u.value * scale) / (v.value * scale));
  }
  if (u.state == FINITE) {
    return finite(0.0);
  }
  if (v.state == FINITE) {
    return beyond(u.value * sign(v.value));
  }
  return none();
}

fn real_min(u: Real, v: Real) -> Real {
  if (is_none(u, v)) {
    return none();
  }
  if (u.state == BEYOND || v.state == BEYOND) {
    let takes_u = (u.state == BEYOND && u.value < 0.0) || (v.state == BEYOND && v.value > 0.0);
    return Real(select(v.value, u.value, takes_u), select(v.state, u.state, takes_u));
  }
  return finite(min(u.value, v.value));
}

fn real_max(u: Real, v: Real) -> Real {
  return real_negate(real_min(real_negate(u), real_negate(v)));
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

// u^v; of a negative number only whole powers, and 0^0 is 1.
fn real_power(u: Real, v: Real) -> Real {
  if (is_none(u, v) || v.state == BEYOND) {
    return none();
  }
  let exponent = v.value;
  if (exponent == 0.0) {
    return finite(1.0);
  }
  if (u.state == FINITE && u.value == 0.0) {
    if (exponent < 0.0) {
      return none();
    }
    return finite(0.0);
  }
  if (u.value < 0.0 && !is_whole(exponent)) {
    return none();
  }
  if (is_whole(exponent) && abs(exponent) <= 64.0) {
    let power = whole_power(u, u32(abs(exponent)));
    if (exponent < 0.0) {
      return real_divide(finite(1.0), power);
    }
    return power;
  }
  let factor = select(1.0, -1.0, u.value < 0.0 && is_odd(exponent));
  if (u.state == BEYOND) {
    if (exponent < 0.0) {
      return finite(0.0);
    }
    return beyond(factor);
  }
  let parts = power_exponent(abs(u.value), exponent);
  let total = parts.large + parts.small;
  if (total > 88.72283) {
    return beyond(factor);
  }
  if (total < -103.9) {
    return finite(0.0);
  }
  // The larger part alone may be a little too large.
  let half = 0.5 * parts.large;
  return held(factor * exp_f32(half) * (exp_f32(half) * exp_f32(parts.small)));
}
