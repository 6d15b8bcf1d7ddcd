import { InputError } from '../../../base/input-error.ts';
import { type EinsumPlan, planContractions } from '../../../maths/einsum/plan-contractions.ts';
import {
  mostAxes,
  type ResolvedEinsum,
  resolveEinsum,
} from '../../../maths/einsum/resolve-einsum.ts';
import { readShape } from '../sim/read-shape.ts';

/** An expression with its operands' shapes, and the order in which it is worked out. */
export interface Understood {
  readonly einsum: ResolvedEinsum;
  readonly plan: EinsumPlan;
}

/** Beyond this a slip of the finger would fill the memory of a page. */
const mostElements = 2 ** 24;
const limits = { axes: mostAxes, least: 0 };

/** @throws EinsumError or InputError where the texts say nothing that makes sense, or too much */
export function understandEinsum(expression: string, shapeTexts: readonly string[]): Understood {
  const count = operandCount(expression);
  const shapes = shapeTexts.slice(0, count).map((text) => readShape(text, limits));
  const einsum = resolveEinsum(expression, shapes);
  const sizes = [...einsum.shapes, einsum.outputShape].map((shape) =>
    shape.reduce((product, size) => product * size, 1),
  );
  const largest = Math.max(...sizes);
  if (largest > mostElements) {
    throw new InputError(
      `${largest.toLocaleString('en')} elements are more than this page takes (${mostElements.toLocaleString('en')}); make the sizes smaller`,
    );
  }
  return { einsum, plan: planContractions(einsum) };
}

/** How many operands an expression has, half typed ones too. */
export const operandCount = (expression: string): number =>
  expression.split('->')[0].split(',').length;
