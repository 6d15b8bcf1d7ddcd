// The functions of one argument, each with its domain.

fn real_exp(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  let is_beyond = u.state == BEYOND;
  if (select(u.value < -103.9, u.value < 0.0, is_beyond)) {
    return finite(0.0);
  }
  if (is_beyond || u.value > 88.72283) {
    return beyond(1.0);
  }
  return held(exp_f32(u.value));
}

fn has_logarithm(u: Real) -> bool {
  return u.state != NONE && u.value > 0.0;
}

fn real_ln(u: Real) -> Real {
  if (!has_logarithm(u)) {
    return none();
  }
  return Real(select(ln_f32(u.value), 1.0, u.state == BEYOND), u.state);
}

fn real_log2(u: Real) -> Real {
  if (!has_logarithm(u)) {
    return none();
  }
  return Real(select(log2_f32(u.value), 1.0, u.state == BEYOND), u.state);
}

fn real_log10(u: Real) -> Real {
  if (!has_logarithm(u)) {
    return none();
  }
  return Real(select(log10_f32(u.value), 1.0, u.state == BEYOND), u.state);
}

fn real_sqrt(u: Real) -> Real {
  if (u.state == NONE || u.value < 0.0) {
    return none();
  }
  if (u.value == 0.0) {
    return finite(0.0);
  }
  return Real(sqrt(u.value), u.state);
}

fn real_cbrt(u: Real) -> Real {
  if (u.state != FINITE || u.value == 0.0) {
    return u;
  }
  let root = cbrt_f32(abs(u.value));
  return finite(select(root, -root, u.value < 0.0));
}

fn real_abs(u: Real) -> Real {
  return Real(abs(u.value), u.state);
}

fn real_sign(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  return finite(sign(u.value));
}

fn real_floor(u: Real) -> Real {
  return Real(floor(u.value), u.state);
}

fn real_relu(u: Real) -> Real {
  if (u.state != NONE && u.value <= 0.0) {
    return finite(0.0);
  }
  return u;
}

fn real_sin(u: Real) -> Real {
  if (u.state != FINITE) {
    return none();
  }
  return finite(sin_f32(u.value));
}

fn real_cos(u: Real) -> Real {
  if (u.state != FINITE) {
    return none();
  }
  return finite(cos_f32(u.value));
}

fn real_tan(u: Real) -> Real {
  if (u.state != FINITE) {
    return none();
  }
  return held(tan_f32(u.value));
}

fn real_asin(u: Real) -> Real {
  if (u.state != FINITE || abs(u.value) > 1.0) {
    return none();
  }
  return finite(asin_f32(u.value));
}

fn real_acos(u: Real) -> Real {
  if (u.state != FINITE || abs(u.value) > 1.0) {
    return none();
  }
  return finite(acos_f32(u.value));
}

fn real_atan(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  return finite(select(atan_f32(u.value), u.value * HALF_PI, u.state == BEYOND));
}

// Half of exp(size), which is in range where exp(size) itself no longer is.
fn half_exp(size: f32) -> Real {
  if (size > 89.41598) {
    return beyond(1.0);
  }
  let root = exp_f32(0.5 * size);
  return held(select(0.5 * exp_f32(min(size, 88.0)), 0.5 * root * root, size > 88.0));
}

fn real_sinh(u: Real) -> Real {
  if (u.state != FINITE) {
    return u;
  }
  let size = abs(u.value);
  if (size < 1.0) {
    return finite(sinh_small(u.value));
  }
  let half = half_exp(size);
  let value = real_subtract(half, real_divide(finite(0.25), half));
  return Real(select(value.value, -value.value, u.value < 0.0), value.state);
}

fn real_cosh(u: Real) -> Real {
  if (u.state != FINITE) {
    return real_abs(u);
  }
  let half = half_exp(abs(u.value));
  return real_add(half, real_divide(finite(0.25), half));
}

fn real_tanh(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  return finite(select(tanh_f32(u.value), u.value, u.state == BEYOND));
}

// exp(-|u|), which is never too large.
fn fading(u: f32) -> f32 {
  if (abs(u) > 103.9) {
    return 0.0;
  }
  return exp_f32(-abs(u));
}

fn real_sigmoid(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  let small = select(fading(u.value), 0.0, u.state == BEYOND);
  return finite(select(1.0, small, u.value < 0.0) / (1.0 + small));
}

fn real_softplus(u: Real) -> Real {
  if (u.state != FINITE) {
    return real_relu(u);
  }
  return held(max(u.value, 0.0) + ln_of_one_plus(fading(u.value)));
}

fn erf_f32(x: f32) -> f32 {
  let size = abs(x);
  if (size <= 1.0) {
    return erf_small(x);
  }
  if (size > 4.0) {
    return sign(x);
  }
  return sign(x) * (1.0 - erfc_f32(size));
}

fn real_erf(u: Real) -> Real {
  if (u.state == NONE) {
    return u;
  }
  return finite(select(erf_f32(u.value), u.value, u.state == BEYOND));
}

// u times the normal distribution up to u.
fn real_gelu(u: Real) -> Real {
  if (u.state == NONE || (u.state == BEYOND && u.value < 0.0)) {
    return none();
  }
  if (u.state == BEYOND || u.value > 12.0) {
    return u;
  }
  if (u.value < -12.6) {
    return finite(0.0);
  }
  let z = abs(u.value) * 0.70710678119;
  if (z <= 0.7) {
    return finite(u.value * (0.5 + 0.5 * sign(u.value) * erf_small(z)));
  }
  let outside = 0.5 * erfc_f32(z);
  return finite(u.value * select(outside, 1.0 - outside, u.value > 0.0));
}
