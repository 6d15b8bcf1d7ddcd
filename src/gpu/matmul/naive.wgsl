// The lesson's kernel: one invocation fills one cell of the product, if the cell is there
// (01_matmul, “CUDA”).

override workgroup_size_x: u32 = 16;
override workgroup_size_y: u32 = 16;

struct Part {
  // A is rows×terms, B is terms×columns, both row after row.
  rows: u32,
  terms: u32,
  columns: u32,
  // The cells from (first_row, first_column) to before (end_row, end_column) are filled,
  first_row: u32,
  end_row: u32,
  first_column: u32,
  end_column: u32,
  // by these terms of their sums; those before are in the product already.
  first_term: u32,
  end_term: u32,
}

@group(0) @binding(0) var<uniform> part: Part;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> product: array<f32>;

@compute @workgroup_size(workgroup_size_x, workgroup_size_y)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let column = part.first_column + id.x;
  let row = part.first_row + id.y;
  if (row < part.end_row && column < part.end_column) {
    let cell = row * part.columns + column;
    var total = 0.0;
    if (part.first_term > 0) {
      total = product[cell];
    }
    // Summed in stretches: one long f32 sum would lose what is added last.
    for (var stretch = part.first_term; stretch < part.end_term; stretch += 256) {
      var sum = 0.0;
      for (var t = stretch; t < min(stretch + 256, part.end_term); t++) {
        sum += a[row * part.terms + t] * b[t * part.columns + column];
      }
      total += sum;
    }
    product[cell] = total;
  }
}
