import { InputError } from '../../../base/input-error.ts';
import { checkBatches } from '../../../gpu/meanshift/check-batches.ts';
import type { HeadlessSide } from '../../headless-side.ts';
import type { parameters } from '../parameters.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { beginRun } from './begin-run.ts';
import type { MeanShiftCall } from './call.ts';
import { drawLesson, readPoints } from './input.ts';
import { options } from './options.ts';

export const headless: HeadlessSide<typeof parameters, SceneWorld, typeof options> = {
  help: 'Mean shift on the lesson’s points, or on two columns of a table.',
  options,
  takes: ['input'],
  async prepare(call, reading) {
    checkTogether(call);
    const input = call.input
      ? await readPoints(call.input, call.options.columns, reading)
      : await drawLesson(call.values, reading);
    checkBatches(input.x.length, call.values.batch);
    return { enter: (compute, signal) => beginRun(call, input, { compute, signal }) };
  },
};

function checkTogether({ given, input }: MeanShiftCall): void {
  const ofLesson = (['clusters', 'samples', 'spread'] as const).find((name) => given.has(name));
  if (input && ofLesson) {
    throw new InputError(`--${ofLesson} is for the lesson’s own data; leave it or --input out`);
  }
  if (!input && given.has('columns')) {
    throw new InputError('--columns picks columns of --input; give an input, or leave it out');
  }
}
