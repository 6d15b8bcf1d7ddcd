// What every product kernel is given: the part of a product that it fills, and the three matrices.

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
