import { matmulMethods } from '../../../systems/matmul/world.ts';
import { optionTable } from '../../headless-options.ts';

/** What only the headless run of the products has. */
export const options = optionTable({
  a: { file: 'A.csv', help: 'The matrix A: a CSV without a header.' },
  b: { file: 'B.csv', help: 'The matrix B: a CSV without a header.' },
  shape: {
    text: 'm,k,n',
    help: 'Multiplies m×k by k×n, filled with random numbers by the seed.',
  },
  // The page plays one method at a time.
  method: {
    text: 'all',
    help: `all, or some of ${matmulMethods.join(', ')}, separated by commas.`,
    default: 'all',
  },
  einsum: { text: "'ik,kj->ij'", help: 'Runs this expression instead, as numpy.einsum would.' },
  operand: {
    file: 'FILE',
    many: true,
    help: 'An operand of --einsum: CSV (rank 0 to 2) or JSON nested arrays.',
  },
});
