/** An operand of a contraction: the names and lengths of its axes, the last of which varies fastest. */
export interface ContractionOperand {
  readonly axes: readonly string[];
  readonly shape: readonly number[];
}

/** An axis that a contraction goes along, and how far each operand's values lie apart on it. */
export interface ContractionAxis {
  readonly name: string;
  readonly size: number;
  /** One an operand, in elements; 0 where the operand is stretched or has no such axis. */
  readonly strides: readonly number[];
}

/**
 * One or two operands multiplied, with some axes summed away. Diagonals and stretched axes are a
 * matter of strides alone.
 */
export interface Contraction {
  readonly operands: readonly ContractionOperand[];
  /** Axes of the result, in its order. */
  readonly output: readonly ContractionAxis[];
  readonly summed: readonly ContractionAxis[];
}

export function contract(
  operands: readonly ContractionOperand[],
  output: readonly string[],
): Contraction {
  const names = [...new Set(operands.flatMap(({ axes }) => axes))];
  const axisOf = (name: string): ContractionAxis => ({
    name,
    size: Math.max(
      ...operands.flatMap(({ axes, shape }) =>
        axes.flatMap((axis, at) => (axis === name ? [shape[at]] : [])),
      ),
    ),
    strides: operands.map((operand) => strideOf(operand, name)),
  });
  return {
    operands,
    output: output.map(axisOf),
    summed: names.filter((name) => !output.includes(name)).map(axisOf),
  };
}

/** An axis that comes twice is walked along its diagonal: the strides add up. */
function strideOf({ axes, shape }: ContractionOperand, name: string): number {
  let stride = 1;
  let sum = 0;
  for (let at = axes.length - 1; at >= 0; at--) {
    if (axes[at] === name && shape[at] > 1) sum += stride;
    stride *= shape[at];
  }
  return sum;
}

export const countOf = (axes: readonly ContractionAxis[]) =>
  axes.reduce((product, { size }) => product * size, 1);
