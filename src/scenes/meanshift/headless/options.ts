import { optionTable } from '../../headless-options.ts';
import { defaultConvergence } from '../sim/default-convergence.ts';

/** What only the headless run of mean shift has. */
export const options = optionTable({
  tolerance: {
    label: 'tolerance',
    help: 'With --until-converged: the largest shift, in two steps running, that counts as none.',
    unit: 'bandwidths',
    effect: 'live',
    default: defaultConvergence.tolerance,
    min: 1e-6,
    max: 0.1,
    step: 1e-6,
    above: 0,
  },
  mergeRadius: {
    label: 'merge radius',
    help: 'Points nearer than this in the end belong to one cluster.',
    unit: 'bandwidths',
    effect: 'live',
    default: defaultConvergence.mergeRadius,
    min: 0.01,
    max: 2,
    step: 0.01,
    above: 0,
  },
  process: {
    label: 'process',
    help: 'blurring: the points themselves move, as in the lesson.',
    effect: 'live',
    default: 'blurring',
    options: ['blurring'],
  },
  method: {
    label: 'method',
    help: 'exact: every pair of points counts.',
    effect: 'live',
    default: 'auto',
    options: ['exact', 'auto'],
  },
  columns: {
    text: 'a,b',
    help: 'Two columns of the input, by name or number (all numeric ones).',
  },
  standardize: {
    switch: true,
    help: 'Scale each column to unit variance first; results are in the original units.',
  },
});
