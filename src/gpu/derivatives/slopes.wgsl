// The value and the slope of f at every sample. What has none is 0 and not marked in `defined`: a
// NaN need not survive on a GPU.
//
// `local` is made for the function at hand: the value and the slope at a place.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= uniforms.count) {
    return;
  }
  let x = samples[i];
  let h = spacings[i * uniforms.spacing_stride];
  let found = local(x, 0.0, h);
  let value = found[0];
  let slope = found[1];
  let has_value = value.state == FINITE;
  let has_slope = slope.state == FINITE;
  values[i] = select(0.0, value.value, has_value);
  slopes[i] = select(0.0, slope.value, has_slope);
  defined[i] = select(0u, 1u, has_value) + select(0u, 2u, has_slope);
}
