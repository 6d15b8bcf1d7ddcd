// One invocation fills a small rectangle of cells and keeps their sums in registers: each number that
// it fetches serves a whole row or column of the rectangle.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = uniforms.first_column + id.x * columns_each;
  let row = uniforms.first_row + id.y * rows_each;
  if (row >= uniforms.end_row || column >= uniforms.end_column) {
    return;
  }
  // Beyond the edge the last row and column are fetched again; nothing of them is kept.
  var row_of_a: array<u32, rows_each>;
  for (var i = 0u; i < rows_each; i++) {
    row_of_a[i] = in_a(id.z, min(row + i, uniforms.end_row - 1), 0);
  }
  var column_of_b: array<u32, columns_each>;
  for (var j = 0u; j < columns_each; j++) {
    column_of_b[j] = in_b(id.z, 0, min(column + j, uniforms.end_column - 1));
  }
  var totals: array<f32, rows_each * columns_each>;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    // Zero in words: without them Dawn on SwiftShader keeps the sums of the stretch before.
    var sums = array<f32, rows_each * columns_each>();
    for (var t = stretch; t < min(stretch + 256, uniforms.end_term); t++) {
      var from_b: array<f32, columns_each>;
      for (var j = 0u; j < columns_each; j++) {
        from_b[j] = b[column_of_b[j] + t * uniforms.b_term];
      }
      for (var i = 0u; i < rows_each; i++) {
        let from_a = a[row_of_a[i] + t * uniforms.a_term];
        for (var j = 0u; j < columns_each; j++) {
          sums[i * columns_each + j] = fma(from_a, from_b[j], sums[i * columns_each + j]);
        }
      }
    }
    for (var i = 0u; i < rows_each * columns_each; i++) {
      totals[i] += sums[i];
    }
  }
  for (var i = 0u; i < rows_each; i++) {
    for (var j = 0u; j < columns_each; j++) {
      if (row + i < uniforms.end_row && column + j < uniforms.end_column) {
        let cell = in_product(id.z, row + i, column + j);
        var total = totals[i * columns_each + j];
        if (uniforms.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
