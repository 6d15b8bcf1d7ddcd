import { coveredBy } from '../../systems/matmul/blocks.ts';
import type { CellRanges } from '../../systems/matmul/world.ts';
import type { SceneMoment } from '../../view/scene-moment.ts';
import type { MatmulDescription } from './describe.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { phases } from './phases.ts';
import { valueText } from './value-text.ts';

/** What the picture shows, in a sentence with its numbers. */
export function caption({
  world,
  description: { shown, isComing, looked },
  phase,
}: SceneMoment<EnteredMatmul, MatmulDescription>): string {
  if (looked !== '') return looked;
  if (shown === null) return '';
  const help = phase === null ? '' : `${phases[phase].help} `;
  return `${help}${sentences[world.values.method](world, shown.ranges, isComing)}`;
}

type Sentence = (world: EnteredMatmul, ranges: CellRanges, isComing: boolean) => string;

const sentences: Readonly<Record<EnteredMatmul['values']['method'], Sentence>> = {
  loops(world, ranges, isComing) {
    const { a, b, c, k, n } = world.product;
    const [i, j, t] = firsts(world, ranges);
    if (!isWhole(world)) return `C[${i}, ${j}] += A[${i}, ${span(world, ranges)}] · B[…, ${j}].`;
    const [x, y] = [a[i * k + t], b[t * n + j]];
    return `C[${i}, ${j}] += A[${i}, ${t}] · B[${t}, ${j}] = ${valueText(x)} · ${valueText(y)} = ${valueText(x * y)}; then it is ${valueText(c[i * n + j] + (isComing ? x * y : 0))}.`;
  },
  dot(world, ranges, isComing) {
    const [i, j] = firsts(world, ranges);
    const { k, n, c } = world.product;
    // A step that is still to come has no sum yet; what it will be is known.
    const sum = isComing ? world.reference[i * n + j] : c[i * n + j];
    return `Row ${i} of A on column ${j} of B: ${k} products, and their sum is C[${i}, ${j}] = ${valueText(sum)}.`;
  },
  broadcast(world, ranges) {
    const { k, n } = world.product;
    const [i] = firsts(world, ranges);
    return `Row ${i} of A, stretched over B’s columns: (${k}, 1) * (${k}, ${n}) → (${k}, ${n}) → sum → (${n}).`;
  },
  einsum(world, ranges) {
    const { m, k, n } = world.product;
    return `ik,kj→ij: at k = ${span(world, ranges)} every i meets every j. Of the axes i, k, j (${m}, ${k}, ${n}) k is not in the result, so it is summed away.`;
  },
  'gpu-naive'(world, ranges) {
    return `${groupsOf(world)} Every invocation reads its own row of A and column of B; now at k = ${span(world, ranges)}.`;
  },
  'gpu-tiled'(world, ranges) {
    return `${groupsOf(world)} Each brings a tile of A and of B into memory that it shares: k = ${span(world, ranges)}.`;
  },
  'gpu-best'(world, ranges) {
    // A kernel that was asked for by its name was not measured, and on the CPU all are the same code.
    const isMeasured =
      world.compute.kind === 'webgpu' && (world.values.kernel ?? 'fastest') === 'fastest';
    const chosen = isMeasured ? 'Measured to be the fastest here' : 'The kernel';
    return `${chosen}: ${world.kernel?.label}. ${groupsOf(world)} Now at k = ${span(world, ranges)}.`;
  },
};

function groupsOf({ kernel, product, compute }: EnteredMatmul): string {
  if (!kernel) return '';
  const { rows, columns } = kernel.group;
  const count = Math.ceil(product.m / rows) * Math.ceil(product.n / columns);
  const cells = `${rows}×${columns} cells`;
  const groups =
    count === 1
      ? `one workgroup of ${cells}`
      : `${count.toLocaleString('en')} workgroups of ${cells}`;
  return compute.kind === 'webgpu'
    ? `${groups[0].toUpperCase()}${groups.slice(1)}.`
    : `Computed on the CPU, as ${groups} would do it on a GPU.`;
}

const isWhole = ({ blocks }: EnteredMatmul) =>
  Object.values(blocks).every(({ each }) => each === 1);

function firsts({ blocks }: EnteredMatmul, { rows, columns, terms }: Parameters<Sentence>[1]) {
  return [
    coveredBy(blocks.rows, rows[0])[0],
    coveredBy(blocks.columns, columns[0])[0],
    coveredBy(blocks.terms, terms[0])[0],
  ];
}

/** The terms of a step: “3”, or “0 to 15”. */
function span({ blocks }: EnteredMatmul, { terms }: Parameters<Sentence>[1]): string {
  const [first, end] = coveredBy(blocks.terms, ...terms);
  return end - first === 1 ? `${first}` : `${first} to ${end - 1}`;
}
