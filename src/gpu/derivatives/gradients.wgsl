// One step of gradient descent for every point: position - rate * gradient. A point where f has no
// value or no slope, or that would leave f32, stays where it is.
//
// `local` is made for the function at hand: the value and the two slopes at a place.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= uniforms.count) {
    return;
  }
  let x = positions[i];
  let y = positions[uniforms.count + i];
  let found = local(x, y, uniforms.spacing);
  let height = found[0];
  let rate = finite(uniforms.rate);
  let to_x = real_subtract(held(x), real_multiply(rate, found[1]));
  let to_y = real_subtract(held(y), real_multiply(rate, found[2]));
  let has_value = height.state == FINITE;
  let moves = has_value && are_finite(to_x, to_y);
  moved_positions[i] = select(x, to_x.value, moves);
  moved_positions[uniforms.count + i] = select(y, to_y.value, moves);
  heights[i] = select(0.0, height.value, has_value);
  defined[i] = select(0u, 1u, has_value) + select(0u, 2u, moves);
}
