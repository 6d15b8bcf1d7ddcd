// A workgroup fills a square of cells together: it brings a square tile of A and one of B into shared
// memory, so that each number is fetched once a workgroup and not once a cell.

fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let column = uniforms.first_column + id.x;
  let row = uniforms.first_row + id.y;
  let is_cell = row < uniforms.end_row && column < uniforms.end_column;
  let cell = row * uniforms.columns + column;
  let mine = local.y * tile + local.x;
  var total = 0.0;
  if (is_cell && uniforms.first_term > 0) {
    total = product[cell];
  }
  for (var first = uniforms.first_term; first < uniforms.end_term; first += tile) {
    var from_a = 0.0;
    if (row < uniforms.end_row && first + local.x < uniforms.end_term) {
      from_a = a[row * uniforms.terms + first + local.x];
    }
    tile_a[mine] = from_a;
    var from_b = 0.0;
    if (column < uniforms.end_column && first + local.y < uniforms.end_term) {
      from_b = b[(first + local.y) * uniforms.columns + column];
    }
    tile_b[mine] = from_b;
    workgroupBarrier();
    var sum = 0.0;
    for (var t = 0u; t < tile; t++) {
      sum += tile_a[local.y * tile + t] * tile_b[t * tile + local.x];
    }
    total += sum;
    workgroupBarrier();
  }
  if (is_cell) {
    product[cell] = total;
  }
}
