import type { SceneMoment } from '../../../view/scene-moment.ts';
import type { MatmulDescription, ShownStep } from '../sim/describe.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { phases } from '../sim/phases.ts';
import { productText } from '../sim/product-text.ts';
import { valueText } from '../sim/value-text.ts';

/** What the picture shows, in a sentence with its numbers. */
export function caption({
  world,
  description: { shown, looked, step },
  phase,
}: SceneMoment<EnteredMatmul, MatmulDescription>): string {
  if (looked !== '') return looked;
  if (shown === null) return step === 0 ? opening(world) : '';
  const help = phase === null ? '' : `${phases[phase].help} `;
  return `${help}${sentences[world.values.method](world, shown)}`;
}

/** What one sees before anything is computed, and what will come of it. */
function opening({ product: { m, k, n } }: EnteredMatmul): string {
  const cells = m * n;
  const which = cells === 1 ? 'The cell' : `Each of the ${cells.toLocaleString('en')} cells`;
  const sum = k === 1 ? 'one product' : `the sum of ${k.toLocaleString('en')} products`;
  return `${which} of C will be ${sum}: a row of A times a column of B.`;
}

type Sentence = (world: EnteredMatmul, shown: ShownStep) => string;

const sentences: Readonly<Record<EnteredMatmul['values']['method'], Sentence>> = {
  loops(world, shown) {
    const { a, b, k, n } = world.product;
    const [i, j, t] = firsts(shown);
    if (!isWhole(world)) {
      const [rows, columns, terms] = [shown.rows, shown.columns, shown.terms].map(slice);
      return `C[${rows}, ${columns}] += A[${rows}, ${terms}] · B[${terms}, ${columns}].`;
    }
    const [x, y] = [a[i * k + t], b[t * n + j]];
    return `C[${i}, ${j}] += A[${i}, ${t}] · B[${t}, ${j}] = ${valueText(x)} · ${valueText(y)} = ${productText(x * y)}; then it is ${valueText(shown.sum)}.`;
  },
  dot(world, shown) {
    const [i, j] = firsts(shown);
    const [rows, columns] = [lines('row', shown.rows), lines('column', shown.columns)];
    const said = `${capital(rows)} of A on ${columns} of B: ${world.product.k} products`;
    const isOne = shown.rows[0] === shown.rows[1] && shown.columns[0] === shown.columns[1];
    return isOne
      ? `${said}, and their sum is C[${i}, ${j}] = ${valueText(shown.sum)}.`
      : `${said} for each of the cells C[${slice(shown.rows)}, ${slice(shown.columns)}].`;
  },
  broadcast(world, shown) {
    const { k, n } = world.product;
    const { rows } = shown;
    const each = rows[0] === rows[1] ? ', stretched' : ', one after another, each stretched';
    return `${capital(lines('row', rows))} of A${each} over B’s columns: (${k}, 1) * (${k}, ${n}) → (${k}, ${n}) → sum → (${n}).`;
  },
  einsum(_, shown) {
    return `ik,kj→ij: at k = ${span(shown)} every i meets every j. Of the axes i, k, j the result lacks k: it is summed away.`;
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
    ? `${capital(groups)}.`
    : `Computed on the CPU, as ${groups} would do it on a GPU.`;
}

const isWhole = ({ blocks }: EnteredMatmul) =>
  Object.values(blocks).every(({ each }) => each === 1);

const firsts = ({ rows, columns, terms }: ShownStep) => [rows[0], columns[0], terms[0]];

type Range = readonly [first: number, last: number];

/** “3”, or “0 to 15”. */
const fromTo = ([first, last]: Range) => (first === last ? `${first}` : `${first} to ${last}`);

/** The terms of a step. */
const span = ({ terms }: ShownStep) => fromTo(terms);

/** As it is written between brackets: “3”, or “0:16”. */
const slice = ([first, last]: Range) => (first === last ? `${first}` : `${first}:${last + 1}`);

/** “row 3”, or “rows 0 to 1”. */
const lines = (name: string, range: Range) =>
  `${name}${range[0] === range[1] ? '' : 's'} ${fromTo(range)}`;

const capital = (text: string) => `${text[0].toUpperCase()}${text.slice(1)}`;
