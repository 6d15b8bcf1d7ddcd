// The functions of one argument, each with its domain.

fn real_exp(u: Real) -> Real {
  let is_beyond = u.state == BEYOND;
  let is_small = select(u.value < -103.9, u.value < 0.0, is_beyond);
  let is_large = is_beyond || u.value > 88.72283;
  let value = held(exp_f32(clamp(u.value, -103.9, 88.72283)));
  let result = either(either(value, beyond(1.0), is_large), finite(0.0), is_small);
  return either(result, none(), u.state == NONE);
}

fn has_logarithm(u: Real) -> bool {
  return u.state != NONE && u.value > 0.0;
}

fn real_ln(u: Real) -> Real {
  let value = Real(select(ln_f32(max(u.value, 1.0e-45)), 1.0, u.state == BEYOND), u.state);
  return either(none(), value, has_logarithm(u));
}

fn real_log2(u: Real) -> Real {
  let value = Real(select(log2_f32(max(u.value, 1.0e-45)), 1.0, u.state == BEYOND), u.state);
  return either(none(), value, has_logarithm(u));
}

fn real_log10(u: Real) -> Real {
  let value = Real(select(log10_f32(max(u.value, 1.0e-45)), 1.0, u.state == BEYOND), u.state);
  return either(none(), value, has_logarithm(u));
}

fn real_sqrt(u: Real) -> Real {
  return either(none(), Real(sqrt(max(u.value, 0.0)), u.state), u.value >= 0.0);
}

fn real_cbrt(u: Real) -> Real {
  let keeps = u.state != FINITE || u.value == 0.0;
  let root = cbrt_f32(select(abs(u.value), 1.0, keeps));
  return either(finite(select(root, -root, u.value < 0.0)), u, keeps);
}

fn real_abs(u: Real) -> Real {
  return Real(abs(u.value), u.state);
}

fn real_sign(u: Real) -> Real {
  return either(finite(sign(u.value)), u, u.state == NONE);
}

fn real_floor(u: Real) -> Real {
  return Real(floor(u.value), u.state);
}

fn real_relu(u: Real) -> Real {
  return either(u, finite(0.0), u.state != NONE && u.value <= 0.0);
}

fn real_sin(u: Real) -> Real {
  return either(none(), finite(sin_f32(u.value)), u.state == FINITE);
}

fn real_cos(u: Real) -> Real {
  return either(none(), finite(cos_f32(u.value)), u.state == FINITE);
}

fn real_tan(u: Real) -> Real {
  return either(none(), held(tan_f32(u.value)), u.state == FINITE);
}

fn real_asin(u: Real) -> Real {
  let value = finite(asin_f32(clamp(u.value, -1.0, 1.0)));
  return either(none(), value, u.state == FINITE && abs(u.value) <= 1.0);
}

fn real_acos(u: Real) -> Real {
  let value = finite(acos_f32(clamp(u.value, -1.0, 1.0)));
  return either(none(), value, u.state == FINITE && abs(u.value) <= 1.0);
}

fn real_atan(u: Real) -> Real {
  let value = finite(select(atan_f32(u.value), u.value * HALF_PI, u.state == BEYOND));
  return either(value, u, u.state == NONE);
}

// Half of exp(size), which is in range where exp(size) itself no longer is.
fn half_exp(size: f32) -> Real {
  let root = exp_f32(0.5 * min(size, 90.0));
  let value = held(select(0.5 * exp_f32(min(size, 88.0)), 0.5 * root * root, size > 88.0));
  return either(value, beyond(1.0), size > 89.41598);
}

fn real_sinh(u: Real) -> Real {
  let size = abs(u.value);
  let half = half_exp(size);
  let large = real_subtract(half, real_divide(finite(0.25), half));
  let signed = Real(select(large.value, -large.value, u.value < 0.0), large.state);
  let value = either(signed, finite(sinh_small(clamp(u.value, -1.0, 1.0))), size < 1.0);
  return either(u, value, u.state == FINITE);
}

fn real_cosh(u: Real) -> Real {
  let half = half_exp(abs(u.value));
  let value = real_add(half, real_divide(finite(0.25), half));
  return either(real_abs(u), value, u.state == FINITE);
}

fn real_tanh(u: Real) -> Real {
  let value = finite(select(tanh_f32(u.value), u.value, u.state == BEYOND));
  return either(value, u, u.state == NONE);
}

// exp(-|u|), which is never too large.
fn fading(u: f32) -> f32 {
  return select(exp_f32(-min(abs(u), 103.9)), 0.0, abs(u) > 103.9);
}

fn real_sigmoid(u: Real) -> Real {
  let small = select(fading(u.value), 0.0, u.state == BEYOND);
  let value = finite(select(1.0, small, u.value < 0.0) / (1.0 + small));
  return either(value, u, u.state == NONE);
}

fn real_softplus(u: Real) -> Real {
  let value = held(max(u.value, 0.0) + ln_of_one_plus(fading(u.value)));
  return either(real_relu(u), value, u.state == FINITE);
}

fn erf_f32(x: f32) -> f32 {
  let size = abs(x);
  let large = sign(x) * select(1.0 - erfc_f32(min(size, 4.0)), 1.0, size > 4.0);
  return select(large, erf_small(clamp(x, -1.0, 1.0)), size <= 1.0);
}

fn real_erf(u: Real) -> Real {
  let value = finite(select(erf_f32(u.value), u.value, u.state == BEYOND));
  return either(value, u, u.state == NONE);
}

// u times the normal distribution up to u.
fn real_gelu(u: Real) -> Real {
  let z = min(abs(u.value) * 0.70710678119, 9.0);
  let inside = 0.5 + 0.5 * sign(u.value) * erf_small(min(z, 0.7));
  let outside = 0.5 * erfc_f32(z);
  let weight = select(select(outside, 1.0 - outside, u.value > 0.0), inside, z <= 0.7);
  let value = finite(select(u.value * weight, 0.0, u.value < -12.6));
  let infinite = either(none(), u, u.state == BEYOND && u.value > 0.0);
  return either(infinite, value, u.state == FINITE);
}
