import { largestError } from '../../maths/matmul/largest-error.ts';
import type { CellRanges, MatmulWorld } from '../../systems/matmul/world.ts';
import type { Description, Look } from '../../world/description.ts';
import { describeCell } from './describe-cell.ts';
import type { EnteredMatmul } from './enter-matmul.ts';

/** What the scene of the matrix product shows at one moment. */
export interface MatmulDescription extends Description {
  /** How many steps the product takes. */
  readonly steps: number;
  /** The step whose way is shown, from 0, and the cells that it works on; null before the first. */
  readonly shown: { readonly step: number; readonly ranges: CellRanges } | null;
  /** Whether that is the step to come, and not the one that was taken last. */
  readonly isComing: boolean;
  /** How many multiplications were done so far. */
  readonly products: number;
  /** Against a product in f64; null until the product is done. */
  readonly largestError: number | null;
}

export function describe(world: EnteredMatmul, { row }: Look): MatmulDescription {
  const { step, walk, product, atRest, reference, shownStep } = world;
  const { m, k, n } = product;
  const told = {
    step,
    steps: walk.steps,
    shown: shownStep === null ? null : { step: shownStep, ranges: walk.at(shownStep) },
    isComing: shownStep !== null && shownStep >= step,
    products: Math.round((m * k * n * step) / walk.steps),
    largestError: atRest ? largestError(product.c, reference) : null,
  };
  const looked = row === null ? '' : describeCell(world, row);
  return Object.freeze({ ...told, summary: summary(world, told), looked });
}

/** How far the product is: “step 12 of 27: product by product, (3, 3) @ (3, 3)”. */
function summary(
  { product: { m, k, n }, values, nonFinite }: EnteredMatmul,
  { step, steps, largestError: error }: Omit<MatmulDescription, 'summary' | 'looked'>,
): string {
  const shapes = `(${m}, ${k}) @ (${k}, ${n})`;
  const taken = `step ${step} of ${steps}`;
  const exceptional = nonFinite.a + nonFinite.b;
  const verb = exceptional === 1 ? 'is' : 'are';
  const note = exceptional > 0 ? `; ${exceptional} of the values ${verb} NaN or infinite` : '';
  if (error === null) {
    return `${taken}: ${unitOf(values.method)} by ${unitOf(values.method)}, ${shapes}${note}`;
  }
  return `${taken}: ${shapes} → (${m}, ${n}), done; largest error ${error === 0 ? 0 : error.toExponential(1)}${note}`;
}

function unitOf(method: MatmulWorld['values']['method']): string {
  if (method === 'loops') return 'product';
  if (method === 'dot') return 'cell';
  if (method === 'broadcast') return 'row';
  return method === 'gpu-tiled' ? 'tile' : 'term';
}
