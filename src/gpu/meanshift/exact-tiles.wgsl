// Lays points out as the sums of mean shift fetch them: four points a tile, of these axis after axis,
// in units of about a bandwidth. The last tile is filled with points so far away that none weighs.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let row = uniforms.first + id.x;
  let count = uniforms.count;
  if (row >= (count + 3) / 4 * 4) {
    return;
  }
  let at = (row / 4) * dimensions * 4 + row % 4;
  let nearest = min(row, count - 1);
  tiles[at + 4 * $a] = select(positions[$a * count + nearest] * uniforms.unit, 1e18, row >= count);
}
