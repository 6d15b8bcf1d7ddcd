// For a B of few columns: one invocation fills a whole row of the product. The workgroup brings its
// rows of A into shared memory a tile at a time, neighbours fetching neighbours, which a row an
// invocation by itself would not.

override workgroup_size_x: u32 = 1;
override workgroup_size_y: u32 = 64;
// How many columns there are at most; specialised for the shape at hand.
const columns_each = 10u;
// Rows of a workgroup, and terms of a tile.
const tile_rows = 64u;
const tile_terms = 16u;

// A row is one longer than it needs to be: neighbours then read from different banks.
var<workgroup> tile_a: array<f32, tile_rows * (tile_terms + 1)>;

@compute @workgroup_size(workgroup_size_x, workgroup_size_y)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let first_row = part.first_row + group.y * tile_rows;
  let first_column = part.first_column + group.x * columns_each;
  let row = first_row + local.y;
  var sums: array<f32, columns_each>;
  for (var first = part.first_term; first < part.end_term; first += tile_terms) {
    for (var i = 0u; i < tile_terms; i++) {
      let at = i * tile_rows + local.y;
      let tile_row = at / tile_terms;
      let term = at % tile_terms;
      var from_a = 0.0;
      if (first_row + tile_row < part.end_row && first + term < part.end_term) {
        from_a = a[(first_row + tile_row) * part.terms + first + term];
      }
      tile_a[tile_row * (tile_terms + 1) + term] = from_a;
    }
    workgroupBarrier();
    for (var t = 0u; t < min(tile_terms, part.end_term - first); t++) {
      let from_a = tile_a[local.y * (tile_terms + 1) + t];
      for (var j = 0u; j < columns_each; j++) {
        sums[j] += from_a * b[(first + t) * part.columns + min(first_column + j, part.columns - 1)];
      }
    }
    workgroupBarrier();
  }
  if (row < part.end_row) {
    for (var j = 0u; j < columns_each; j++) {
      if (first_column + j < part.end_column) {
        let cell = row * part.columns + first_column + j;
        var total = sums[j];
        if (part.first_term > 0) {
          total += product[cell];
        }
        product[cell] = total;
      }
    }
  }
}
