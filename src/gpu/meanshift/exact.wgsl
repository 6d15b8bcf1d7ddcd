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
  let scale = coordinate_scale();
  var weight_sum = 0.0;
  var shift = vec2f(0.0);
  for (var begin = 0u; begin < count; begin += 128u) {
    let end = min(begin + 128u, count);
    var block_weight = 0.0;
    var block_shift = vec2f(0.0);
    for (var j = begin; j < end; j++) {
      let difference = vec2f(positions[j] - x, positions[count + j] - y);
      let scaled = difference * scale;
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

// What a coordinate is multiplied by, so that a weight needs no further factor: for the gaussian
// exp(-(d/bandwidth)²/2) becomes exp2(-(d·scale)²), for the triangle distances are in bandwidths.
fn coordinate_scale() -> f32 {
  // sqrt(log2(e) / 2)
  let per_bandwidth = select(1.0, 0.84932180028801904, weight_kernel == 0);
  // From 2^-126 to 2^126: what f32 divides by as it should.
  let scale = per_bandwidth / clamp(uniforms.bandwidth, 1.1754944e-38, 8.507059e37);
  // Squares stay finite: WGSL may assume that there are no infinities, so none may arise. At this
  // limit every distance that f32 can tell from zero is beyond the kernel anyway.
  return min(scale, 1e18 / clamp(uniforms.extent, 1e-18, 8.507059e37));
}

fn weight(squared_distance: f32) -> f32 {
  if (weight_kernel == 0) {
    return exp2(-squared_distance);
  }
  return max(1.0 - sqrt(squared_distance), 0.0);
}
