// One invocation fills a small rectangle of cells and keeps their sums in registers: each number that
// it fetches serves a whole row or column of the rectangle.

override workgroup_size_x: u32 = 8;
override workgroup_size_y: u32 = 8;
// The rectangle; specialised for the shape at hand.
const rows_each = 4u;
const columns_each = 8u;

@compute @workgroup_size(workgroup_size_x, workgroup_size_y)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = part.first_column + id.x * columns_each;
  let row = part.first_row + id.y * rows_each;
  if (row >= part.end_row || column >= part.end_column) {
    return;
  }
  var totals: array<f32, rows_each * columns_each>;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = part.first_term; stretch < part.end_term; stretch += 256) {
    // Zero in words: without them Dawn on SwiftShader keeps the sums of the stretch before.
    var sums = array<f32, rows_each * columns_each>();
    for (var t = stretch; t < min(stretch + 256, part.end_term); t++) {
      var from_b: array<f32, columns_each>;
      for (var j = 0u; j < columns_each; j++) {
        // Beyond the edge the last column is fetched again; nothing of it is kept.
        from_b[j] = b[t * part.columns + min(column + j, part.end_column - 1)];
      }
      for (var i = 0u; i < rows_each; i++) {
        let from_a = a[min(row + i, part.end_row - 1) * part.terms + t];
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
      if (row + i < part.end_row && column + j < part.end_column) {
        let cell = (row + i) * part.columns + column + j;
        var total = totals[i * columns_each + j];
        if (part.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
