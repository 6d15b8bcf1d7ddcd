// Where a value of a matrix lies. Matrices of a batch lie a distance apart, and 0 if they are the same.
fn in_a(batch: u32, row: u32, term: u32) -> u32 {
  return (uniforms.first_batch + batch) * uniforms.a_batch + row * uniforms.a_row + term * uniforms.a_term;
}

fn in_b(batch: u32, term: u32, column: u32) -> u32 {
  return (uniforms.first_batch + batch) * uniforms.b_batch + term * uniforms.b_term + column * uniforms.b_column;
}

fn in_product(batch: u32, row: u32, column: u32) -> u32 {
  return (uniforms.first_batch + batch) * uniforms.product_batch + row * uniforms.product_row + column * uniforms.product_column;
}
