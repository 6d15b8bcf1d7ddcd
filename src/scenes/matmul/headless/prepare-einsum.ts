import { InputError } from '../../../base/input-error.ts';
import { shorten } from '../../../base/shorten.ts';
import { formatTensor } from '../../../io/format-tensor.ts';
import { isJsonFile } from '../../../io/is-json-file.ts';
import type { ReadTensor } from '../../../io/read-matrix.ts';
import type { ReadOptions } from '../../../io/read-options.ts';
import { readTensor } from '../../../io/read-tensor.ts';
import type { TextFile } from '../../../io/text-file.ts';
import { EinsumError } from '../../../maths/einsum/einsum-error.ts';
import { parseEinsum, type Subscripts } from '../../../maths/einsum/parse-einsum.ts';
import { resolveEinsum } from '../../../maths/einsum/resolve-einsum.ts';
import type { PreparedStudy } from '../../headless-side.ts';
import { countNonFinite } from '../sim/count-non-finite.ts';
import { measureEinsum } from '../studies/measure-einsum.ts';
import type { MatmulCall } from './call.ts';

/** Checks an expression and its operands before anything is computed. */
export async function prepareEinsum(
  { options, output }: MatmulCall,
  reading: ReadOptions,
): Promise<PreparedStudy> {
  const { einsum: expression, operand: files } = options;
  if (expression === null) throw new Error('an einsum without an expression');
  const { operands } = understood(() => parseEinsum(expression));
  if (files.length !== operands.length) {
    throw new InputError(
      `'${shorten(expression, 40)}' names ${operands.length} operand${operands.length === 1 ? '' : 's'}, and --operand is given ${files.length} time${files.length === 1 ? '' : 's'}; give it once for each`,
    );
  }
  const tensors: ReadTensor[] = [];
  for (const [i, file] of files.entries()) {
    tensors.push(await readOperand(file, operands[i], reading));
  }
  const { outputShape } = understood(() =>
    resolveEinsum(
      expression,
      tensors.map(({ shape }) => shape),
    ),
  );
  if (output !== null && outputShape.length > 2 && output.format !== 'json') {
    throw new InputError(
      `--output ${shorten(output.name, 60)}: the result has ${outputShape.length} axes, and a table holds two; name a .json file`,
    );
  }
  const isEmpty = outputShape.includes(0);
  if (output !== null && isEmpty && output.format !== 'json') {
    throw new InputError(
      `--output ${shorten(output.name, 40)}: the result is empty (${outputShape.join('×')}), and a table holds at least one number; name a .json file`,
    );
  }
  return {
    async run(compute, watch) {
      const nonFinite: number[] = [];
      for (const { data } of tensors) nonFinite.push(await countNonFinite(data));
      const measured = await measureEinsum(compute, expression, tensors, watch);
      const { data, ...report } = measured;
      return {
        params: { einsum: expression, operands: files.map(({ name }) => name) },
        keys: { shape: outputShape, ...report, nonFinite },
        notices: [
          ...tensors.flatMap(({ notices }) => notices),
          ...(nonFinite.some((count) => count > 0)
            ? [
                `the operands have ${nonFinite.join(', ')} values that are NaN or infinite; they propagate as IEEE 754 says`,
              ]
            : []),
          ...(output !== null && isEmpty && outputShape.indexOf(0) < outputShape.length - 1
            ? [
                `the result has the shape ${outputShape.join('×')}; nested arrays do not hold the sizes behind the 0`,
              ]
            : []),
        ],
        output: (format) => formatTensor({ shape: outputShape, data }, format),
      };
    },
  };
}

/** A CSV is a matrix; where the expression names fewer axes, a row or column of one is a vector. */
async function readOperand(
  file: TextFile,
  subscripts: Subscripts,
  reading: ReadOptions,
): Promise<ReadTensor> {
  const tensor = await readTensor(file, reading);
  const isTable = !isJsonFile(file);
  const { letters, ellipsisAt, text } = subscripts;
  if (!isTable && tensor.shape.at(-1) === 0 && letters.length > tensor.shape.length) {
    throw new InputError(
      `${shorten(file.name, 40)} has the shape ${tensor.shape.join('×')}, and '${shorten(text, 20)}' names ${letters.length} axes; nested arrays hold no sizes behind a 0: put the empty axis last`,
    );
  }
  if (!isTable || ellipsisAt !== null || letters.length === 2) return tensor;
  const { shape, data } = tensor;
  if (letters.length === 1 && shape.includes(1)) return { ...tensor, shape: [data.length] };
  if (letters.length === 0 && data.length === 1) return { ...tensor, shape: [] };
  throw new InputError(
    `${shorten(file.name, 40)} is a table of ${shape.join('×')}, and '${shorten(text, 20)}' names ${letters.length} axes; give JSON nested arrays for more than two, one row or column for one`,
  );
}

/** What is wrong with an expression is wrong with the call. */
function understood<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof EinsumError) throw new InputError(error.message);
    throw error;
  }
}
