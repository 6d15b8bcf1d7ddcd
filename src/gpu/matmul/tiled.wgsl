// A workgroup fills a square of cells together: it brings a square tile of A and one of B into shared
// memory, so that each number is fetched once a workgroup and not once a cell.

fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let column = uniforms.first_column + id.x;
  let row = uniforms.first_row + id.y;
  let is_cell = row < uniforms.end_row && column < uniforms.end_column;
  let cell = in_product(id.z, row, column);
  let mine = local.y * tile + local.x;
  var total = 0.0;
  if (is_cell && uniforms.first_term > 0) {
    total = product[cell];
  }
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    let end = min(stretch + 256, uniforms.end_term);
    var sum = 0.0;
    for (var first = stretch; first < end; first += tile) {
      var from_a = 0.0;
      if (row < uniforms.end_row && first + local.x < end) {
        from_a = a[in_a(id.z, row, first + local.x)];
      }
      tile_a[mine] = from_a;
      var from_b = 0.0;
      if (column < uniforms.end_column && first + local.y < end) {
        from_b = b[in_b(id.z, first + local.y, column)];
      }
      tile_b[mine] = from_b;
      workgroupBarrier();
      for (var t = 0u; t < tile; t++) {
        sum = fma(tile_a[local.y * tile + t], tile_b[t * tile + local.x], sum);
      }
      workgroupBarrier();
    }
    total += sum;
  }
  if (is_cell) {
    product[cell] = total;
  }
}
