import { parameterNames } from '../../../maths/expression/names.ts';
import type { HeadlessSide, Study } from '../../headless-side.ts';
import type { parameters } from '../parameters.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { tabulateSlopes } from '../studies/slope-table.ts';
import type { DerivativesCall } from './call.ts';
import { options } from './options.ts';
import { placesOf } from './places-of.ts';
import { readRows } from './read-rows.ts';
import { readSettings } from './read-settings.ts';
import { reportOf } from './report-of.ts';

type Name = Study<typeof parameters, typeof options>['takes'][number];

// The table's type names a few of the letters that it has.
const letters = parameterNames as readonly Name[];
const ofFunction: readonly Name[] = ['preset', 'f', 'scheme', 'precision', 'order', ...letters];

/**
 * A table of slopes is a study, and no run of the scene's world: that world is a picture, whose curve
 * has as many samples as a screen can show, follows the microscope, and is as exact as its backend. A
 * table has the places, the distances and the precision that are asked for, and takes no step.
 */
const study = (takes: readonly Name[]): Study<typeof parameters, typeof options> => ({
  takes: [...ofFunction, ...takes],
  async prepare(call: DerivativesCall) {
    const settings = readSettings(call);
    const rows = readRows(call);
    return {
      ...(settings.precision === 'f64'
        ? { onlyOnCpu: 'WGSL has no f64; --precision f32 runs on a GPU' }
        : {}),
      async run(compute, watch) {
        const places = await placesOf(rows, settings.precision, watch.signal);
        return reportOf(settings, rows, await tabulateSlopes(compute, settings, places, watch));
      },
    };
  },
});

export const headless: HeadlessSide<typeof parameters, SceneWorld, typeof options> = {
  help: 'The slope of a function, over distances that shrink.',
  options,
  words: {
    f: 'The function of x, as you would write it: 3x^2, sin(x)/x, a exp(-b x).',
    at: 'With --h-sweep: where the slope is taken.',
    precision:
      'f32 runs in WGSL when the backend is WebGPU; f64, which WGSL has not, on the CPU. With --backend webgpu f32 unless it is given.',
  },
  families: [{ names: parameterNames, help: 'The value of that letter in --f.' }],
  instead: { input: 'give a formula with --f' },
  study: study(['from', 'to', 'samples', 'h']),
  studies: { hSweep: study(['at']) },
};
