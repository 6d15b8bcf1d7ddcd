// One step of gradient descent for every point: position - rate * gradient. A point where f has no
// value or no slope, or that would leave f32, stays where it is.
//
// The generated part above has `settings` and `local`: the value and the two slopes at a place.

override workgroup_size_x: u32 = 64;

// All x, then all y.
@group(0) @binding(1) var<storage, read> positions: array<f32>;
@group(0) @binding(2) var<storage, read_write> moved_positions: array<f32>;
// f where the point was.
@group(0) @binding(3) var<storage, read_write> heights: array<f32>;
// 1: f has a value where the point was. 2: the point could take its step.
@group(0) @binding(4) var<storage, read_write> defined: array<u32>;

@compute @workgroup_size(workgroup_size_x)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let i = id.x;
  if (i >= settings.count) {
    return;
  }
  let x = positions[i];
  let y = positions[settings.count + i];
  let found = local(x, y, settings.spacing);
  let height = found[0];
  let rate = finite(settings.rate);
  let to_x = real_subtract(held(x), real_multiply(rate, found[1]));
  let to_y = real_subtract(held(y), real_multiply(rate, found[2]));
  let has_value = height.state == FINITE;
  let moves = has_value && are_finite(to_x, to_y);
  moved_positions[i] = select(x, to_x.value, moves);
  moved_positions[settings.count + i] = select(y, to_y.value, moves);
  heights[i] = select(0.0, height.value, has_value);
  defined[i] = select(0u, 1u, has_value) + select(0u, 2u, moves);
}
