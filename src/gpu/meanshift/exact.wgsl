// A step of mean shift, exactly, in two passes (lesson 12, 02_meanshift, "GPU batched
// implementation"). This one sums, for every point of a batch, the weights of all points and their
// weighted differences from it. The other one divides, and moves the point.
//
// Differences x_j - x_i are summed instead of positions x_j, and in blocks of 128: far from the
// origin a sum of positions loses the digits that the shift is made of. Four points x_j are looked
// at together, a lane each.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let end_row = uniforms.first + uniforms.size;
  let first_row = uniforms.first + id.x * points_each;
  if (first_row >= end_row) {
    return;
  }
  let count = uniforms.count;
  let unit = uniforms.unit;
  let steepness = uniforms.steepness;
  // Beyond the batch the last point is summed again, and not kept.
  let row_$p = min(first_row + $p, end_row - 1);
  let x$a_$p = positions[$a * count + row_$p] * unit;
  let end_slot = (id.y + 1) * uniforms.slots_each;
  for (var slot = id.y * uniforms.slots_each; slot < end_slot; slot++) {
    let part = slot * (dimensions + 1) * count;
    var weight_sum_$p = 0.0;
    var shift$a_$p = 0.0;
    if (uniforms.first_block > 0) {
      weight_sum_$p = sums[part + row_$p];
      shift$a_$p = sums[part + ($a + 1) * count + row_$p];
    }
    for (var block = uniforms.first_block; block < uniforms.end_block; block++) {
      let begin = (slot * uniforms.slot_blocks + block) * block_tiles;
      let end = min(begin + block_tiles, (count + 3) / 4);
      var block_weight_$p = vec4f();
      var block_shift$a_$p = vec4f();
      for (var tile = begin; tile < end; tile++) {
        let other$a = tiles[tile * dimensions + $a];
        let difference$a_$p = other$a - x$a_$p;
        var squared_$p = vec4f();
        squared_$p = fma(difference$a_$p, difference$a_$p, squared_$p);
        let w_$p = weight(steepness * squared_$p);
        block_weight_$p += w_$p;
        block_shift$a_$p = fma(w_$p, difference$a_$p, block_shift$a_$p);
      }
      weight_sum_$p += across(block_weight_$p);
      shift$a_$p += across(block_shift$a_$p);
    }
    if (first_row + $p < end_row) { sums[part + row_$p] = weight_sum_$p; }
    if (first_row + $p < end_row) { sums[part + ($a + 1) * count + row_$p] = shift$a_$p; }
  }
}

// The square of a distance has been made steep enough: for the gaussian exp(-(d/bandwidth)²/2) is
// exp2(-steep) then, and for the triangle its root counts in bandwidths.
fn weight(steep: vec4f) -> vec4f {
  if (weight_kernel == 0) {
    return exp2(-steep);
  }
  return max(1.0 - sqrt(steep), vec4f());
}

fn across(lanes: vec4f) -> f32 {
  return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
