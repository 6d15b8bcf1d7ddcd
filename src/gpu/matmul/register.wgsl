// One invocation fills a small rectangle of cells and keeps their sums in registers: each number that
// it fetches serves a whole row or column of the rectangle.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = uniforms.first_column + id.x * columns_each;
  let row = uniforms.first_row + id.y * rows_each;
  if (row >= uniforms.end_row || column >= uniforms.end_column) {
    return;
  }
  var totals: array<f32, rows_each * columns_each>;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    // Zero in words: without them Dawn on SwiftShader keeps the sums of the stretch before.
    var sums = array<f32, rows_each * columns_each>();
    for (var t = stretch; t < min(stretch + 256, uniforms.end_term); t++) {
      var from_b: array<f32, columns_each>;
      for (var j = 0u; j < columns_each; j++) {
        // Beyond the edge the last column is fetched again; nothing of it is kept.
        from_b[j] = b[t * uniforms.columns + min(column + j, uniforms.end_column - 1)];
      }
      for (var i = 0u; i < rows_each; i++) {
        let from_a = a[min(row + i, uniforms.end_row - 1) * uniforms.terms + t];
        for (var j = 0u; j < columns_each; j++) {
          sums[i * columns_each + j] += from_a * from_b[j];
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
        let cell = (row + i) * uniforms.columns + column + j;
        var total = totals[i * columns_each + j];
        if (uniforms.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
