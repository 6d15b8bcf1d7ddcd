// For a B of few columns: one invocation fills a whole row of the product. The workgroup brings its
// rows of A into shared memory a tile at a time, neighbours fetching neighbours, which a row an
// invocation by itself would not.

fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let first_row = uniforms.first_row + group.y * tile_rows;
  let first_column = uniforms.first_column + group.x * columns_each;
  let row = first_row + local.y;
  var totals: array<f32, columns_each>;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    let end = min(stretch + 256, uniforms.end_term);
    // Zero in words: without them Dawn on SwiftShader keeps the sums of the stretch before.
    var sums = array<f32, columns_each>();
    for (var first = stretch; first < end; first += tile_terms) {
      for (var i = 0u; i < tile_terms; i++) {
        let at = i * tile_rows + local.y;
        let tile_row = at / tile_terms;
        let term = at % tile_terms;
        var from_a = 0.0;
        if (first_row + tile_row < uniforms.end_row && first + term < end) {
          from_a = a[in_a(group.z, first_row + tile_row, first + term)];
        }
        tile_a[tile_row * (tile_terms + 1) + term] = from_a;
      }
      workgroupBarrier();
      for (var t = 0u; t < min(tile_terms, end - first); t++) {
        let from_a = tile_a[local.y * (tile_terms + 1) + t];
        for (var j = 0u; j < columns_each; j++) {
          let column = min(first_column + j, uniforms.end_column - 1);
          sums[j] = fma(from_a, b[in_b(group.z, first + t, column)], sums[j]);
        }
      }
      workgroupBarrier();
    }
    for (var j = 0u; j < columns_each; j++) {
      totals[j] += sums[j];
    }
  }
  if (row < uniforms.end_row) {
    for (var j = 0u; j < columns_each; j++) {
      if (first_column + j < uniforms.end_column) {
        let cell = in_product(group.z, row, first_column + j);
        var total = totals[j];
        if (uniforms.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
