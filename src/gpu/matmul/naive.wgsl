// The lesson's kernel: one invocation fills one cell of the product, if the cell is there
// (01_matmul, “CUDA”).

fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = uniforms.first_column + id.x;
  let row = uniforms.first_row + id.y;
  if (row < uniforms.end_row && column < uniforms.end_column) {
    let cell = in_product(id.z, row, column);
    let row_of_a = in_a(id.z, row, 0);
    let column_of_b = in_b(id.z, 0, column);
    var total = 0.0;
    if (uniforms.first_term > 0) {
      total = product[cell];
    }
    // Summed in stretches: one long f32 sum would lose what is added last.
    for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
      var sum = 0.0;
      for (var t = stretch; t < min(stretch + 256, uniforms.end_term); t++) {
        sum = fma(a[row_of_a + t * uniforms.a_term], b[column_of_b + t * uniforms.b_term], sum);
      }
      total += sum;
    }
    product[cell] = total;
  }
}
