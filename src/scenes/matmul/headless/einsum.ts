import { inSlices } from '../../../base/in-slices.ts';
import { InputError } from '../../../base/input-error.ts';
import { createScope } from '../../../base/scope.ts';
import { shorten } from '../../../base/shorten.ts';
import type { Backend } from '../../../gpu/backend.ts';
import { createCpuBackend } from '../../../gpu/cpu-backend.ts';
import { createEinsum, describeStep, runEinsum } from '../../../gpu/einsum/einsum.ts';
import { formatOf } from '../../../io/format-table.ts';
import { formatTensor } from '../../../io/format-tensor.ts';
import { isJsonFile } from '../../../io/is-json-file.ts';
import type { ReadTensor } from '../../../io/read-matrix.ts';
import type { ReadOptions } from '../../../io/read-options.ts';
import { readTensor } from '../../../io/read-tensor.ts';
import type { Tensor } from '../../../io/tensor.ts';
import type { TextFile } from '../../../io/text-file.ts';
import { EinsumError } from '../../../maths/einsum/einsum-error.ts';
import { parseEinsum, type Subscripts } from '../../../maths/einsum/parse-einsum.ts';
import { resolveEinsum } from '../../../maths/einsum/resolve-einsum.ts';
import type { HeadlessRequest, HeadlessRun } from '../../headless-scene.ts';
import { parameters } from '../parameters.ts';
import { countNonFinite } from '../sim/count-non-finite.ts';
import { openKernelRung } from '../sim/rung.ts';
import { compareProducts } from '../studies/compare-products.ts';
import { timeRung } from '../studies/time-rung.ts';

/** Checks an expression and its operands before anything is computed. */
export async function prepareEinsum(
  request: HeadlessRequest,
  reading: ReadOptions,
): Promise<HeadlessRun> {
  const expression = String(request.given.einsum);
  const files = request.files.operand ?? [];
  const { output } = request;
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
  if (output !== null && outputShape.length > 2 && formatOf(output) !== 'json') {
    throw new InputError(
      `--output ${shorten(output, 60)}: the result has ${outputShape.length} axes, and a table holds two; name a .json file`,
    );
  }
  const isEmpty = outputShape.includes(0);
  if (output !== null && isEmpty && formatOf(output) !== 'json') {
    throw new InputError(
      `--output ${shorten(output, 40)}: the result is empty (${outputShape.join('×')}), and a table holds at least one number; name a .json file`,
    );
  }
  return {
    async run(compute, progress) {
      const nonFinite: number[] = [];
      for (const { data } of tensors) nonFinite.push(await countNonFinite(data));
      const measured = await measure(compute, expression, tensors, (what, fraction) =>
        progress(`${what}, ${Math.floor(100 * fraction)} %`),
      );
      const { data, ...report } = measured;
      return {
        seed: request.seed ?? parameters.seed.default,
        steps: 0,
        params: { einsum: expression, operands: files.map(({ name }) => name) },
        report: { shape: outputShape, ...report, nonFinite },
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
        output: output === null ? '' : formatTensor({ shape: outputShape, data }, formatOf(output)),
      };
    },
  };
}

async function measure(
  compute: Backend,
  expression: string,
  tensors: readonly Tensor[],
  onProgress: (what: string, fraction: number) => void,
) {
  const reference = createCpuBackend('the product in f64');
  const { data: expected } = await runEinsum(reference, expression, tensors, {
    onProgress: (fraction) => onProgress('the result in f64', fraction),
  });
  reference.dispose();
  const scope = createScope();
  try {
    const shapes = tensors.map(({ shape }) => shape);
    const einsum = await createEinsum(compute, scope, expression, shapes);
    const rung = await openKernelRung(compute, {
      method: 'einsum',
      kernel: expression,
      upload: [
        () => {
          for (const [i, { data }] of tensors.entries()) {
            const held = compute.createElements('real', data.length);
            held.set(data);
            compute.upload(einsum.operands[i], held);
          }
        },
        einsum.contract,
      ],
      multiply: () => [einsum.contract],
      fetch: [einsum.fetch],
      collect: (into) => into.set(einsum.result),
    });
    const time = await timeRung(rung, { onProgress: (fraction) => onProgress('einsum', fraction) });
    const data = new Float64Array(expected.length);
    await rung.fetch(data);
    await inSlices(data.length, (first, end) => {
      for (let i = first; i < end; i++) {
        const value = expected[i];
        // WGSL may assume that there is no NaN, no Infinity and no sign of zero; these come from f64.
        if (!Number.isFinite(value) || (value === 0 && data[i] === 0)) data[i] = value;
      }
    });
    const { cost, leftToRightCost, steps } = einsum.plan;
    return {
      data,
      methods: [
        {
          name: 'einsum',
          ...time,
          gflops: cost === 0 ? 0 : (2 * cost) / time.medianMs / 1e6,
          maxAbsError: await compareProducts(data, expected),
          speedup: 1,
        },
      ],
      contractions: steps.map(describeStep),
      products: cost,
      productsLeftToRight: leftToRightCost,
    };
  } finally {
    scope.end();
  }
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
