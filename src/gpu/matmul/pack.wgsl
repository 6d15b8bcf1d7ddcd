// Copies matrices from wherever their values lie to rows that lie one after another, each a multiple
// of four long. An invocation copies a few rows of four values: a workgroup has to be worth starting.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let batch = uniforms.first_batch + id.z;
  let first = uniforms.first_row + id.y * rows_each;
  let columns = 4 * id.x + vec4u(0, 1, 2, 3);
  if (columns.x >= uniforms.columns) {
    return;
  }
  // Beyond the end there is nothing: 0.
  let is_there = columns < vec4u(uniforms.columns);
  let along = min(columns, vec4u(uniforms.columns - 1)) * uniforms.from_column;
  for (var row = first; row < min(first + rows_each, uniforms.end_row); row++) {
    let at = uniforms.from_first + batch * uniforms.from_batch + row * uniforms.from_row + along;
    let values = vec4f(scattered[at.x], scattered[at.y], scattered[at.z], scattered[at.w]);
    let to = uniforms.to_first + batch * uniforms.to_batch + row * uniforms.to_row + columns.x;
    packed[to / 4] = select(vec4f(), values, is_there);
  }
}
