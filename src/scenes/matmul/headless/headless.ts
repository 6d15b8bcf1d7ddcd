import { InputError } from '../../../base/input-error.ts';
import { formatOf } from '../../../io/format-table.ts';
import type { ReadOptions } from '../../../io/read-options.ts';
import { matmulMethods } from '../../../systems/matmul/world.ts';
import type { HeadlessRequest, HeadlessScene } from '../../headless-scene.ts';
import { parameters } from '../parameters.ts';
import { prepareEinsum } from './einsum.ts';
import { prepareProduct } from './product.ts';

const { method: _, ...ofProduct } = parameters;

export const headless: HeadlessScene = {
  help: 'The product of two matrices by every rung of the lesson’s ladder, or any einsum.',
  parameters: ofProduct,
  options: {
    a: { file: 'A.csv', help: 'The matrix A: a CSV without a header.' },
    b: { file: 'B.csv', help: 'The matrix B: a CSV without a header.' },
    shape: {
      text: 'm,k,n',
      help: 'Multiplies m×k by k×n, filled with random numbers by the seed.',
    },
    method: {
      text: 'all',
      help: `all, or some of ${matmulMethods.join(', ')}, separated by commas (all).`,
    },
    einsum: { text: "'ik,kj->ij'", help: 'Runs this expression instead, as numpy.einsum would.' },
    operand: {
      file: 'FILE',
      many: true,
      help: 'An operand of --einsum: CSV (rank 0 to 2) or JSON nested arrays.',
    },
  },
  without: {
    steps: true,
    input: '--input has no meaning here; give A and B with --a and --b',
  },
  prepare(request, reading) {
    const { given, output } = request;
    if (output !== null) formatOf(output);
    return given.einsum === undefined
      ? prepareMatrices(request, reading)
      : prepareEinsum(withoutProduct(request), reading);
  },
};

function prepareMatrices(request: HeadlessRequest, reading: ReadOptions) {
  if (request.files.operand) {
    throw new InputError('--operand is for --einsum; give A and B with --a and --b');
  }
  return prepareProduct(request, reading);
}

function withoutProduct(request: HeadlessRequest): HeadlessRequest {
  const { given, files } = request;
  const names = ['shape', 'method', 'kernel', 'preset', 'm', 'k', 'n', 'edits'];
  const stray =
    names.find((name) => given[name] !== undefined) ?? ['a', 'b'].find((name) => files[name]);
  if (stray === undefined) return request;
  throw new InputError(`--${stray} is for a product; leave it or --einsum out`);
}
