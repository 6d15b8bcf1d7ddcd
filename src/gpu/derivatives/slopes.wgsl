// The value and the slope of f at every sample. What has none is 0 and not marked in `defined`: a
// NaN need not survive on a GPU.
//
// The generated part above has `settings` and `local`: the value and the slope at a place.

override workgroup_size_x: u32 = 64;

@group(0) @binding(1) var<storage, read> samples: array<f32>;
// One distance for each sample, or with a stride of 0 one for all.
@group(0) @binding(2) var<storage, read> spacings: array<f32>;
@group(0) @binding(3) var<storage, read_write> values: array<f32>;
@group(0) @binding(4) var<storage, read_write> slopes: array<f32>;
// 1: there is a value. 2: there is a slope.
@group(0) @binding(5) var<storage, read_write> defined: array<u32>;

@compute @workgroup_size(workgroup_size_x)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= settings.count) {
    return;
  }
  let x = samples[i];
  let h = spacings[i * settings.spacing_stride];
  let found = local(x, 0.0, h);
  let value = found[0];
  let slope = found[1];
  let has_value = value.state == FINITE;
  let has_slope = slope.state == FINITE;
  values[i] = select(0.0, value.value, has_value);
  slopes[i] = select(0.0, slope.value, has_slope);
  defined[i] = select(0u, 1u, has_value) + select(0u, 2u, has_slope);
}
