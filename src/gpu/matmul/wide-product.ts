import { type ProductKernel, productKernel } from './product-kernel.ts';

export interface WideShape {
  /** Rows of the product that an invocation fills. */
  readonly rows: number;
  /** And columns, in quads of four. */
  readonly quads: number;
  /** Invocations of a workgroup: neighbours fill neighbouring quads of the same rows, … */
  readonly across: number;
  /** … or neighbouring rows of the same quads; 1 unless given, and then without subgroups. */
  readonly down?: number;
  /**
   * How many invocations a subgroup has; null: none are used. They share their rows of A, so each
   * fetches one row and hands it to the others.
   */
  readonly subgroup: number | null;
}

const known = new Map<string, ProductKernel>();

/** A kernel that fetches four values at once; the same for the same shape. */
export function wideProduct(shape: WideShape): ProductKernel {
  const { rows, quads, across, down = 1, subgroup } = shape;
  const how = subgroup === null ? 'fours' : `fours, subgroups of ${subgroup}`;
  const label = `registers ${rows}×${4 * quads} by ${how}`;
  const key = `${label} ${across} ${down}`;
  const found = known.get(key);
  if (found) return found;
  const made = productKernel({
    name: `${label} product${down === 1 ? '' : ', upright'}`,
    label,
    source: 'wide',
    body: writeBody(shape),
    workgroupSize: [across, down, 1],
    rowsEach: rows,
    columnsEach: 4 * quads,
    lanes: 4,
    subgroups: subgroup !== null,
  });
  known.set(key, made);
  return made;
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Written out row by row: an index that a compiler knows keeps everything in registers. */
function writeBody({ rows, quads, across, down = 1, subgroup }: WideShape): string {
  // Without subgroups an invocation fetches all of its rows itself.
  const lanes = subgroup === null ? 1 : Math.min(subgroup, rows);
  const fetches = upTo(rows / lanes);
  const cells = upTo(rows).flatMap((i) => upTo(quads).map((j) => ({ i, j, name: `${i}_${j}` })));
  const own = subgroup === null ? '' : ` + lane % ${lanes}u`;
  const ofRow = (i: number) =>
    subgroup === null ? `a_${i}` : `subgroupBroadcast(a_${Math.floor(i / lanes)}, ${i % lanes}u)`;
  const lines = (indent: number, all: readonly string[]) =>
    all.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
  return `// One invocation fills ${rows} rows of ${quads === 1 ? 'four columns' : `${quads} × four columns`} and keeps their sums in registers. Values are
// fetched four at once: of A four terms, of B four columns.${subgroup === null ? '' : ' An invocation fetches a row of A for its\n// whole subgroup.'}

fn main(
  @builtin(workgroup_id) group: vec3u,
  @builtin(local_invocation_id) local: vec3u,${subgroup === null ? '' : '\n  @builtin(subgroup_invocation_id) lane: u32,'}
) {
  let row = uniforms.first_row + group.y * ${rows * down} + local.y;
  let quad = uniforms.first_column / 4 + group.x * ${across * quads} + local.x;
  let last_row = uniforms.end_row - 1;
  let last_quad = (uniforms.end_column - 1) / 4;
  let row_of_b = uniforms.b_term / 4;
  // Beyond the edge the last row and column are fetched again; nothing of them is kept.
${lines(2, [
  ...fetches.map(
    (x) => `let at_a_${x} = in_a(group.z, min(row + ${x * lanes * down}${own}, last_row), 0) / 4;`,
  ),
  ...upTo(quads).map(
    (j) => `let at_b_${j} = in_b(group.z, 0, 4 * min(quad + ${j * across}, last_quad)) / 4;`,
  ),
  ...cells.map(({ name }) => `var total_${name} = vec4f();`),
])}  let end = (uniforms.end_term + 3) / 4;
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term / 4; stretch < end; stretch += 64) {
${lines(
  4,
  cells.map(({ name }) => `var sum_${name} = vec4f();`),
)}    for (var t = stretch; t < min(stretch + 64, end); t++) {
      let terms = 4 * t + vec4u(0, 1, 2, 3);
      let is_term = (terms >= vec4u(uniforms.first_term)) & (terms < vec4u(uniforms.end_term));
      let at = min(terms, vec4u(uniforms.end_term - 1)) * row_of_b;
${lines(6, [
  ...fetches.map((x) => `let a_${x} = select(vec4f(), a[at_a_${x} + t], is_term);`),
  ...upTo(quads).map(
    (j) =>
      `let b_${j} = mat4x4f(${'xyzw'
        .split('')
        .map((q) => `b[at_b_${j} + at.${q}]`)
        .join(', ')});`,
  ),
  ...upTo(rows).flatMap((i) => [
    `let row_${i} = ${ofRow(i)};`,
    ...upTo(quads).map((j) => `sum_${i}_${j} = add_terms(sum_${i}_${j}, row_${i}, b_${j});`),
  ]),
])}    }
${lines(
  4,
  cells.map(({ name }) => `total_${name} += sum_${name};`),
)}  }
${lines(
  2,
  cells.map(
    ({ i, j, name }) =>
      `write_cells(group.z, row + ${i * down}, 4 * (quad + ${j * across}), total_${name});`,
  ),
)}}

// Four terms of four cells, one after another.
fn add_terms(sum: vec4f, from_a: vec4f, from_b: mat4x4f) -> vec4f {
  let of_two = fma(vec4f(from_a.y), from_b[1], fma(vec4f(from_a.x), from_b[0], sum));
  return fma(vec4f(from_a.w), from_b[3], fma(vec4f(from_a.z), from_b[2], of_two));
}

fn write_cells(batch: u32, row: u32, column: u32, totals: vec4f) {
  for (var j = 0u; j < 4; j++) {
    let is_column = column + j >= uniforms.first_column && column + j < uniforms.end_column;
    if (row < uniforms.end_row && is_column) {
      let cell = in_product(batch, row, column + j);
      var total = totals[j];
      if (uniforms.first_term > 0) {
        total += product[cell];
      }
      product[cell] = total;
    }
  }
}
`;
}
