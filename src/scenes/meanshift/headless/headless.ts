import { InputError } from '../../../base/input-error.ts';
import { formatOf } from '../../../io/format-table.ts';
import { parameterTable } from '../../../world/parameters.ts';
import type { HeadlessRequest, HeadlessScene } from '../../headless-scene.ts';
import { parameters } from '../parameters.ts';
import { drawLesson, readPoints } from './input.ts';
import { runMeanShift } from './run.ts';

const numbers = parameterTable({
  tolerance: {
    label: 'tolerance',
    help: 'With --until-converged: the largest shift, in two steps running, that counts as none.',
    unit: 'bandwidths',
    effect: 'live',
    default: 1e-3,
    min: 1e-6,
    max: 0.1,
    step: 1e-6,
    above: 0,
  },
  maxSteps: {
    label: 'max steps',
    help: 'With --until-converged: the most steps to take.',
    unit: 'steps',
    effect: 'live',
    default: 300,
    min: 1,
    max: 1000,
    step: 1,
    integer: true,
    atLeast: 1,
  },
  mergeRadius: {
    label: 'merge radius',
    help: 'Points nearer than this in the end belong to one cluster.',
    unit: 'bandwidths',
    effect: 'live',
    default: 0.5,
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
});

export const headless: HeadlessScene = {
  help: 'Mean shift on the lesson’s points, or on two columns of a table.',
  parameters,
  notYet: {
    kernel: ['epanechnikov', 'flat'],
    process: ['classic'],
    method: ['mesh'],
  },
  options: {
    untilConverged: { switch: true, help: 'Step until nothing moves, instead of --steps (5).' },
    ...numbers,
    columns: {
      text: 'a,b',
      help: 'Two columns of the input, by name or number (all numeric ones).',
    },
    standardize: {
      switch: true,
      help: 'Scale each column to unit variance first; results are in the original units.',
    },
    features: { text: 'xyrgb', help: 'Not yet: what of an image’s pixels counts.' },
  },
  async prepare(request, reading) {
    const { given, input: file, output } = request;
    if (given.features !== undefined) {
      throw new InputError(
        '--features is for images, which are not there yet; leave it out for now',
      );
    }
    checkTogether(request);
    if (output !== null) formatOf(output);
    const columns = typeof given.columns === 'string' ? given.columns : null;
    const input = file ? await readPoints(file, columns, reading) : await drawLesson(request);
    return { run: (compute, progress) => runMeanShift(request, input, compute, progress) };
  },
};

function checkTogether({ given, steps, input }: HeadlessRequest): void {
  if (steps !== null && given.untilConverged) {
    throw new InputError('--steps and --until-converged exclude each other; give one of them');
  }
  if (given.maxSteps !== undefined && !given.untilConverged) {
    throw new InputError(
      '--max-steps needs --until-converged; add it, or say how many with --steps',
    );
  }
  const ofLesson = ['clusters', 'samples', 'spread'].find((name) => given[name] !== undefined);
  if (input && ofLesson) {
    throw new InputError(`--${ofLesson} is for the lesson’s own data; leave it or --input out`);
  }
  if (!input && given.columns !== undefined) {
    throw new InputError('--columns picks columns of --input; give an input, or leave it out');
  }
}
