// One step of mean shift, exactly: every point of a batch moves to the kernel-weighted mean of all
// points (lesson 12, 02_meanshift, "GPU batched implementation").
//
// Differences x_j - x_i are summed instead of positions x_j, and in blocks of 128: far from the
// origin a sum of positions loses the digits that the shift is made of.

fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= uniforms.size) {
    return;
  }
  let i = uniforms.first + id.x;
  let count = uniforms.count;
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
      let scaled = difference * uniforms.scale;
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

fn weight(squared_distance: f32) -> f32 {
  if (weight_kernel == 0) {
    return exp2(-squared_distance);
  }
  return max(1.0 - sqrt(squared_distance), 0.0);
}
