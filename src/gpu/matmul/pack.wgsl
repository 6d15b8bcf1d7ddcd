// Copies matrices from wherever their values lie to rows that lie one after another.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = id.x;
  let row = uniforms.first_row + id.y;
  let batch = uniforms.first_batch + id.z;
  if (row < uniforms.end_row && column < uniforms.columns) {
    let there = batch * uniforms.from_batch + row * uniforms.from_row + column * uniforms.from_column;
    let here = batch * uniforms.to_batch + row * uniforms.to_row + column;
    packed[here] = scattered[there];
  }
}
