// For a B of few columns: one invocation fills a whole row of the product. The workgroup brings its
// rows of A into shared memory a tile at a time, neighbours fetching neighbours, which a row an
// invocation by itself would not.

fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let first_row = uniforms.first_row + group.y * tile_rows;
  let first_column = uniforms.first_column + group.x * columns_each;
  let row = first_row + local.y;
  var sums: array<f32, columns_each>;
  for (var first = uniforms.first_term; first < uniforms.end_term; first += tile_terms) {
    for (var i = 0u; i < tile_terms; i++) {
      let at = i * tile_rows + local.y;
      let tile_row = at / tile_terms;
      let term = at % tile_terms;
      var from_a = 0.0;
      if (first_row + tile_row < uniforms.end_row && first + term < uniforms.end_term) {
        from_a = a[(first_row + tile_row) * uniforms.terms + first + term];
      }
      tile_a[tile_row * (tile_terms + 1) + term] = from_a;
    }
    workgroupBarrier();
    for (var t = 0u; t < min(tile_terms, uniforms.end_term - first); t++) {
      let from_a = tile_a[local.y * (tile_terms + 1) + t];
      for (var j = 0u; j < columns_each; j++) {
        let column = min(first_column + j, uniforms.columns - 1);
        sums[j] += from_a * b[(first + t) * uniforms.columns + column];
      }
    }
    workgroupBarrier();
  }
  if (row < uniforms.end_row) {
    for (var j = 0u; j < columns_each; j++) {
      if (first_column + j < uniforms.end_column) {
        let cell = row * uniforms.columns + first_column + j;
        var total = sums[j];
        if (uniforms.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
