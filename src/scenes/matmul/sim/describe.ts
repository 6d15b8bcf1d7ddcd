import { tileSide } from '../../../gpu/matmul/product-kernels.ts';
import { coveredBy } from '../../../systems/matmul/blocks.ts';
import { partOf } from '../../../systems/matmul/part-of.ts';
import type { CellRanges, MatmulWorld } from '../../../systems/matmul/world.ts';
import type { Description, Look } from '../../../world/description.ts';
import { describeCell } from './describe-cell.ts';
import type { EnteredMatmul } from './enter-matmul.ts';
import { valueText } from './value-text.ts';

/** What the scene of the matrix product shows at one moment. */
export interface MatmulDescription extends Description {
  /** How many steps the product takes. */
  readonly steps: number;
  /** The step whose way is shown; null before the first. */
  readonly shown: ShownStep | null;
  /** How many multiplications were done so far. */
  readonly products: number;
  /** Against a product in f64; null until the product is done. */
  readonly largestError: number | null;
}

/** A step of the product on its way, in indices of the matrices. */
export interface ShownStep {
  /** From 0. */
  readonly step: number;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
  readonly terms: readonly [first: number, last: number];
  /** What the first of its cells of C holds after it. */
  readonly sum: number;
}

export function describe(world: EnteredMatmul, { row }: Look): MatmulDescription {
  const { step, walk, largestError } = world;
  const told = {
    step,
    steps: walk.steps,
    shown: shownStepOf(world),
    products: productsSoFar(world),
    largestError,
  };
  const looked = row === null ? '' : describeCell(world, row);
  return Object.freeze({ ...told, summary: summary(world, told), looked });
}

/** Every method goes through C row by row, from the left to the right, and through each sum in order. */
function productsSoFar(world: EnteredMatmul): number {
  if (world.step === 0) return 0;
  const { k, n } = world.product;
  const { rows, columns, terms } = partOf(world, world.walk.at(world.step - 1));
  const rowsBefore = rows[0] * k * n;
  return rowsBefore + (rows[1] - rows[0]) * (columns[0] * k + (columns[1] - columns[0]) * terms[1]);
}

function shownStepOf(world: EnteredMatmul): ShownStep | null {
  const { shownStep, step, walk, blocks, product, reference, values } = world;
  if (shownStep === null) return null;
  const ranges = walk.at(shownStep);
  const indices = (of: keyof CellRanges): readonly [number, number] => {
    const [first, end] = coveredBy(blocks[of], ranges[of][0], ranges[of][1]);
    return [first, end - 1];
  };
  const [rows, columns, terms] = [indices('rows'), indices('columns'), indices('terms')];
  const { a, b, c, k, n } = product;
  const [i, j, t] = [rows[0], columns[0], terms[0]];
  let sum = c[i * n + j];
  // A step that is still to come has no sum yet; what it will be is known.
  if (shownStep >= step) {
    sum = values.method === 'dot' ? reference[i * n + j] : sum + a[i * k + t] * b[t * n + j];
  }
  return Object.freeze({ step: shownStep, rows, columns, terms, sum });
}

/** How far the product is: “step 12 of 27: product by product, (3, 3) @ (3, 3)”. */
function summary(
  world: EnteredMatmul,
  { step, steps, largestError: error }: Omit<MatmulDescription, 'summary' | 'looked'>,
): string {
  const { product, nonFinite } = world;
  const { m, k, n } = product;
  const shapes = `(${m}, ${k}) @ (${k}, ${n})`;
  const taken = `step ${step} of ${steps}`;
  const exceptional = nonFinite.a + nonFinite.b;
  const verb = exceptional === 1 ? 'is' : 'are';
  const note = exceptional > 0 ? `; ${exceptional} of the values ${verb} NaN or infinite` : '';
  if (error === null) {
    return `${taken}: ${paceOf(world)}, ${shapes}${note}`;
  }
  return `${taken}: ${shapes} → (${m}, ${n}), done; largest error ${valueText(error, 2)}${note}`;
}

/** What a step takes: “row by row”, or in a large product “several rows at a time”. */
function paceOf({ values: { method }, blocks: { rows, columns, terms } }: MatmulWorld): string {
  const paces: Readonly<Record<typeof method, readonly [unit: string, isSeveral: boolean]>> = {
    loops: ['product', rows.each * columns.each * terms.each > 1],
    dot: ['cell', rows.each * columns.each > 1],
    broadcast: ['row', rows.each > 1],
    einsum: ['term', terms.each > 1],
    'gpu-naive': ['term', terms.each > 1],
    'gpu-tiled': ['tile', terms.each > tileSide],
    'gpu-best': ['term', terms.each > 1],
  };
  const [unit, isSeveral] = paces[method];
  return isSeveral ? `several ${unit}s at a time` : `${unit} by ${unit}`;
}
