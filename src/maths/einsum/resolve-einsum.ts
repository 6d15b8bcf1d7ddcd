import { EinsumError } from './einsum-error.ts';
import { type EinsumExpression, parseEinsum, type Subscripts } from './parse-einsum.ts';

/** An expression together with the shapes that it works on. */
export interface ResolvedEinsum {
  readonly text: string;
  /** For each operand the name of each of its axes; those of an ellipsis are .0, .1, … from the right. */
  readonly operands: readonly (readonly string[])[];
  readonly shapes: readonly (readonly number[])[];
  readonly output: readonly string[];
  readonly outputShape: readonly number[];
  /** The length of every axis; an operand in which it is 1 is stretched. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** As many as an array of numpy's can have. */
export const mostAxes = 64;

/**
 * Fits an expression to the shapes of its operands.
 *
 * @throws EinsumError that names the letter, the operand and the sizes
 */
export function resolveEinsum(
  text: string,
  shapes: readonly (readonly number[])[],
): ResolvedEinsum {
  const expression = parseEinsum(text);
  const { operands: terms } = expression;
  if (terms.length !== shapes.length) {
    throw new EinsumError(
      `'${text}' names ${counted(terms.length, 'operand')}, and ${shapes.length} ${shapes.length === 1 ? 'is' : 'are'} given; give one for each`,
    );
  }
  const operands = terms.map((term, i) => axesOf(term, shapes[i], i, text));
  const sizes = sizesOf(operands, shapes, terms, text);
  const output = outputOf(expression, operands, sizes);
  return {
    text,
    operands,
    shapes,
    output,
    outputShape: output.map((axis) => sizes.get(axis) ?? 1),
    sizes,
  };
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const written = (shape: readonly number[]) => (shape.length === 0 ? 'a number' : shape.join('×'));

/** The names of an operand's axes. */
function axesOf(
  { letters, ellipsisAt, text: term }: Subscripts,
  shape: readonly number[],
  operand: number,
  text: string,
): string[] {
  const which = `operand ${operand + 1} of '${text}'`;
  if (shape.length > mostAxes) {
    throw new EinsumError(`${which} has ${shape.length} axes; at most ${mostAxes} are possible`);
  }
  const spare = shape.length - letters.length;
  if (spare < 0 || (spare > 0 && ellipsisAt === null)) {
    throw new EinsumError(
      `'${term}' names ${counted(letters.length, 'axis').replace('axiss', 'axes')}, and ${which} has ${shape.length} (${written(shape)}); name each axis once, or the rest with '...'`,
    );
  }
  const bad = shape.find((size) => !Number.isInteger(size) || size < 0);
  if (bad !== undefined) {
    throw new EinsumError(`${which} has an axis of size ${bad}; sizes are whole numbers, 0 too`);
  }
  if (ellipsisAt === null) return [...letters];
  const ellipsis = Array.from({ length: spare }, (_, i) => `.${spare - 1 - i}`);
  return letters.toSpliced(ellipsisAt, 0, ...ellipsis);
}

function sizesOf(
  operands: readonly (readonly string[])[],
  shapes: readonly (readonly number[])[],
  terms: readonly Subscripts[],
  text: string,
): Map<string, number> {
  const sizes = new Map<string, number>();
  /** Where each axis has its size from. */
  const origins = new Map<string, number>();
  for (const [operand, axes] of operands.entries()) {
    const own = new Map<string, number>();
    for (const [at, axis] of axes.entries()) {
      const size = shapes[operand][at];
      const twin = own.get(axis);
      if (twin !== undefined && twin !== size) {
        throw new EinsumError(
          `the letter ${axis} comes twice in '${terms[operand].text}' and is ${twin} and ${size} in operand ${operand + 1} (${written(shapes[operand])}); a diagonal needs equal sizes`,
        );
      }
      own.set(axis, size);
    }
    for (const [axis, size] of own) {
      const known = sizes.get(axis) ?? 1;
      if (known !== 1 && size !== 1 && known !== size) {
        const origin = origins.get(axis) ?? 0;
        const name = axis.startsWith('.') ? "an axis of '...'" : `the letter ${axis}`;
        throw new EinsumError(
          `in '${text}' ${name} is ${known} in operand ${origin + 1} (${written(shapes[origin])}) and ${size} in operand ${operand + 1} (${written(shapes[operand])}); make them equal, or one of them 1`,
        );
      }
      if (!sizes.has(axis) || size !== 1) {
        sizes.set(axis, size);
        origins.set(axis, operand);
      }
    }
  }
  return sizes;
}

function outputOf(
  { output, text }: EinsumExpression,
  operands: readonly (readonly string[])[],
  sizes: ReadonlyMap<string, number>,
): string[] {
  const ellipsis = [...sizes.keys()]
    .filter((axis) => axis.startsWith('.'))
    .sort((a, b) => Number(b.slice(1)) - Number(a.slice(1)));
  if (output === null) {
    const all = operands.flat().filter((axis) => !axis.startsWith('.'));
    const single = all.filter((axis) => all.indexOf(axis) === all.lastIndexOf(axis));
    return checkRank([...ellipsis, ...single.sort()], text);
  }
  for (const [at, letter] of output.letters.entries()) {
    if (!sizes.has(letter)) {
      throw new EinsumError(
        `the letter ${letter} of the result is in no operand of '${text}'; take it away, or give it to an operand`,
      );
    }
    if (output.letters.indexOf(letter) !== at) {
      throw new EinsumError(
        `the letter ${letter} comes twice in the result of '${text}'; give it once`,
      );
    }
  }
  if (output.ellipsisAt === null && ellipsis.length > 0) {
    throw new EinsumError(
      `the '...' of the operands of '${text}' ${ellipsis.length === 1 ? 'stands for an axis' : `stands for ${ellipsis.length} axes`} that the result lacks; put '...' behind the arrow too`,
    );
  }
  const axes =
    output.ellipsisAt === null
      ? [...output.letters]
      : output.letters.toSpliced(output.ellipsisAt, 0, ...ellipsis);
  return checkRank(axes, text);
}

function checkRank(axes: string[], text: string): string[] {
  if (axes.length <= mostAxes) return axes;
  throw new EinsumError(
    `the result of '${text}' has ${axes.length} axes; at most ${mostAxes} are possible`,
  );
}
