import type { SceneMoment } from '../../../view/scene-moment.ts';
import type { MatmulDescription, ShownStep } from '../sim/describe.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { phases } from '../sim/phases.ts';
import { valueText } from '../sim/value-text.ts';

/** What the picture shows, in a sentence with its numbers. */
export function caption({
  world,
  description: { shown, looked },
  phase,
}: SceneMoment<EnteredMatmul, MatmulDescription>): string {
  if (looked !== '') return looked;
  if (shown === null) return '';
  const help = phase === null ? '' : `${phases[phase].help} `;
  return `${help}${sentences[world.values.method](world, shown)}`;
}

type Sentence = (world: EnteredMatmul, shown: ShownStep) => string;

const sentences: Readonly<Record<EnteredMatmul['values']['method'], Sentence>> = {
  loops(world, shown) {
    const { a, b, k, n } = world.product;
    const [i, j, t] = firsts(shown);
    if (!isWhole(world)) return `C[${i}, ${j}] += A[${i}, ${span(shown)}] · B[…, ${j}].`;
    const [x, y] = [a[i * k + t], b[t * n + j]];
    return `C[${i}, ${j}] += A[${i}, ${t}] · B[${t}, ${j}] = ${valueText(x)} · ${valueText(y)} = ${valueText(x * y)}; then it is ${valueText(shown.sum)}.`;
  },
  dot(world, shown) {
    const [i, j] = firsts(shown);
    return `Row ${i} of A on column ${j} of B: ${world.product.k} products, and their sum is C[${i}, ${j}] = ${valueText(shown.sum)}.`;
  },
  broadcast(world, shown) {
    const { k, n } = world.product;
    const [i] = firsts(shown);
    return `Row ${i} of A, stretched over B’s columns: (${k}, 1) * (${k}, ${n}) → (${k}, ${n}) → sum → (${n}).`;
  },
  einsum(world, shown) {
    const { m, k, n } = world.product;
    return `ik,kj→ij: at k = ${span(shown)} every i meets every j. Of the axes i, k, j (${m}, ${k}, ${n}) k is not in the result, so it is summed away.`;
  },
  'gpu-naive'(world, shown) {
    return `${groupsOf(world)} Every invocation reads its own row of A and column of B; now at k = ${span(shown)}.`;
  },
  'gpu-tiled'(world, shown) {
    return `${groupsOf(world)} Each brings a tile of A and of B into memory that it shares: k = ${span(shown)}.`;
  },
  'gpu-best'(world, shown) {
    // A kernel that was asked for by its name was not measured, and on the CPU all are the same code.
    const isMeasured = world.compute.kind === 'webgpu' && world.values.kernel === 'fastest';
    const chosen = isMeasured ? 'Measured to be the fastest here' : 'The kernel';
    return `${chosen}: ${world.kernel?.label}. ${groupsOf(world)} Now at k = ${span(shown)}.`;
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

const firsts = ({ rows, columns, terms }: ShownStep) => [rows[0], columns[0], terms[0]];

/** The terms of a step: “3”, or “0 to 15”. */
function span({ terms: [first, last] }: ShownStep): string {
  return first === last ? `${first}` : `${first} to ${last}`;
}
