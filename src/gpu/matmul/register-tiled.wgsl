// Both at once: a workgroup of 16×16 shares tiles of A and B, and each invocation fills a rectangle of
// cells from them in registers. The cells of a rectangle lie 16 apart, so that neighbouring
// invocations write neighbouring cells.

fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let row = uniforms.first_row + group.y * side * rows_each;
  let column = uniforms.first_column + group.x * side * columns_each;
  var totals: array<f32, rows_each * columns_each>;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    let end = min(stretch + 256, uniforms.end_term);
    // Zero in words: without them Dawn on SwiftShader keeps the sums of the stretch before.
    var sums = array<f32, rows_each * columns_each>();
    for (var first = stretch; first < end; first += side) {
      for (var i = 0u; i < rows_each; i++) {
        let tile_row = i * side + local.y;
        var from_a = 0.0;
        if (row + tile_row < uniforms.end_row && first + local.x < end) {
          from_a = a[in_a(group.z, row + tile_row, first + local.x)];
        }
        tile_a[tile_row * side + local.x] = from_a;
      }
      for (var j = 0u; j < columns_each; j++) {
        let tile_column = j * side + local.x;
        var from_b = 0.0;
        if (column + tile_column < uniforms.end_column && first + local.y < end) {
          from_b = b[in_b(group.z, first + local.y, column + tile_column)];
        }
        tile_b[local.y * side * columns_each + tile_column] = from_b;
      }
      workgroupBarrier();
      for (var t = 0u; t < side; t++) {
        var from_b: array<f32, columns_each>;
        for (var j = 0u; j < columns_each; j++) {
          from_b[j] = tile_b[t * side * columns_each + j * side + local.x];
        }
        for (var i = 0u; i < rows_each; i++) {
          let from_a = tile_a[(i * side + local.y) * side + t];
          for (var j = 0u; j < columns_each; j++) {
            sums[i * columns_each + j] = fma(from_a, from_b[j], sums[i * columns_each + j]);
          }
        }
      }
      workgroupBarrier();
    }
    for (var i = 0u; i < rows_each * columns_each; i++) {
      totals[i] += sums[i];
    }
  }
  for (var i = 0u; i < rows_each; i++) {
    for (var j = 0u; j < columns_each; j++) {
      let cell_row = row + i * side + local.y;
      let cell_column = column + j * side + local.x;
      if (cell_row < uniforms.end_row && cell_column < uniforms.end_column) {
        let cell = in_product(group.z, cell_row, cell_column);
        var total = totals[i * columns_each + j];
        if (uniforms.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
