// The second pass of an exact step of mean shift: every point of the batch moves by its weighted
// mean difference, and later batches see it there.

fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= uniforms.size) {
    return;
  }
  let row = uniforms.first + id.x;
  let count = uniforms.count;
  var weight_sum = 0.0;
  var shift$a = 0.0;
  for (var slot = 0u; slot < uniforms.slots; slot++) {
    let at = slot * (dimensions + 1) * count + row;
    weight_sum += sums[at];
    shift$a += sums[at + ($a + 1) * count];
  }
  // The point itself has weight 1, so the sum is never zero.
  let moved$a = positions[$a * count + row] + shift$a / weight_sum / uniforms.unit;
  positions[$a * count + row] = moved$a;
  tiles[((row / 4) * dimensions + $a) * 4 + row % 4] = moved$a * uniforms.unit;
}
