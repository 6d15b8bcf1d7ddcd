// The lesson's kernel: one invocation fills one cell of the product, if the cell is there
// (01_matmul, “CUDA”).

override workgroup_size_x: u32 = 16;
override workgroup_size_y: u32 = 16;

@compute @workgroup_size(workgroup_size_x, workgroup_size_y)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = part.first_column + id.x;
  let row = part.first_row + id.y;
  if (row < part.end_row && column < part.end_column) {
    let cell = row * part.columns + column;
    var total = 0.0;
    if (part.first_term > 0) {
      total = product[cell];
    }
    // Summed in stretches: one long f32 sum would lose what is added last.
    for (var stretch = part.first_term; stretch < part.end_term; stretch += 256) {
      var sum = 0.0;
      for (var t = stretch; t < min(stretch + 256, part.end_term); t++) {
        sum += a[row * part.terms + t] * b[t * part.columns + column];
      }
      total += sum;
    }
    product[cell] = total;
  }
}
