// A workgroup fills a square of cells together: it brings a square tile of A and one of B into shared
// memory, so that each number is fetched once a workgroup and not once a cell.

override workgroup_size_x: u32 = 16;
override workgroup_size_y: u32 = 16;
// The side of a tile; the workgroup's size along both axes.
const tile = 16u;

var<workgroup> tile_a: array<f32, tile * tile>;
var<workgroup> tile_b: array<f32, tile * tile>;

@compute @workgroup_size(workgroup_size_x, workgroup_size_y)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
  let column = part.first_column + id.x;
  let row = part.first_row + id.y;
  let is_cell = row < part.end_row && column < part.end_column;
  let cell = row * part.columns + column;
  let mine = local.y * tile + local.x;
  var total = 0.0;
  if (is_cell && part.first_term > 0) {
    total = product[cell];
  }
  for (var first = part.first_term; first < part.end_term; first += tile) {
    var from_a = 0.0;
    if (row < part.end_row && first + local.x < part.end_term) {
      from_a = a[row * part.terms + first + local.x];
    }
    tile_a[mine] = from_a;
    var from_b = 0.0;
    if (column < part.end_column && first + local.y < part.end_term) {
      from_b = b[(first + local.y) * part.columns + column];
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
