// One step of mean shift, exactly: every point of a batch moves to the kernel-weighted mean of all
// points (lesson 12, 02_meanshift, "GPU batched implementation").
//
// Differences x_j - x_i are summed instead of positions x_j, and in blocks of 128: far from the
// origin a sum of positions loses the digits that the shift is made of.

override workgroup_size_x: u32 = 64;
// 0: gaussian, exp(-(d/bandwidth)²/2). 1: triangular, max(1 - d/bandwidth, 0).
override weight_kernel: u32 = 0;

struct Batch {
  // How many points there are: the x coordinates come first, then the y coordinates.
  count: u32,
  // The batch is the points [first, first + size).
  first: u32,
  size: u32,
  // What a coordinate is multiplied by, so that the kernel needs no further factor.
  scale: f32,
}

@group(0) @binding(0) var<uniform> batch: Batch;
@group(0) @binding(1) var<storage, read> positions: array<f32>;
@group(0) @binding(2) var<storage, read_write> shifted: array<f32>;

fn weight(squared_distance: f32) -> f32 {
  if (weight_kernel == 0) {
    return exp2(-squared_distance);
  }
  return max(1.0 - sqrt(squared_distance), 0.0);
}

@compute @workgroup_size(workgroup_size_x)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= batch.size) {
    return;
  }
  let i = batch.first + id.x;
  let count = batch.count;
  let x = positions[i];
  let y = positions[count + i];
  var weight_sum = 0.0;
  var shift = vec2f(0.0);
  for (var begin = 0u; begin < count; begin += 128u) {
    let end = min(begin + 128u, count);
    var block_weight = 0.0;
    var block_shift = vec2f(0.0);
    for (var j = begin; j < end; j++) {
      let difference = vec2f(positions[j] - x, positions[count + j] - y);
      let scaled = difference * batch.scale;
      let w = weight(dot(scaled, scaled));
      block_weight += w;
      block_shift += w * difference;
    }
    weight_sum += block_weight;
    shift += block_shift;
  }
  // The point itself has weight 1, so the sum is never zero.
  shifted[i] = x + shift.x / weight_sum;
  shifted[count + i] = y + shift.y / weight_sum;
}
