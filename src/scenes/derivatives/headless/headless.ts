import { formatOf } from '../../../io/format-table.ts';
import { parameterNames } from '../../../maths/expression/names.ts';
import type { HeadlessRun, HeadlessScene } from '../../headless-scene.ts';
import { letterOptions, options } from './options.ts';
import { runDerivatives } from './run.ts';
import { readSettings } from './settings.ts';

export const headless: HeadlessScene = {
  help: 'The slope of a function, over distances that shrink.',
  parameters: {},
  options,
  families: [letterOptions(parameterNames)],
  without: {
    steps: true,
    input: '--input is not for derivatives; give a formula with --f',
  },
  prepare(request) {
    const settings = readSettings(request);
    if (request.output !== null) formatOf(request.output);
    const run: HeadlessRun = {
      run: (compute, progress) => runDerivatives(request, settings, compute, progress),
    };
    return settings.precision === 'f64'
      ? { ...run, onlyOnCpu: 'WGSL has no f64; --precision f32 runs on a GPU' }
      : run;
  },
};
