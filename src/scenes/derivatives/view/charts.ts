import type { DerivativesWorld } from '../../../systems/derivatives/world.ts';
import type { Chart, ChartData } from '../../../view/chart.ts';
import type { DerivativesDescription } from '../sim/describe.ts';
import { numberText } from '../sim/number-text.ts';
import { type ErrorSweep, sweepErrors, swept } from '../studies/error-sweep.ts';

const nothing: ChartData = { x: [], y: swept.map(() => []).concat([[], []]), marks: [] };

/** The error of a difference against h: too wide is wrong, too narrow is wrong too. */
const errors: Chart<DerivativesWorld, DerivativesDescription> = {
  id: 'error',
  title: 'The error, and h',
  help: 'How far the difference at the point is from the exact derivative. From the right the error falls with h; from the left rounding makes it grow.',
  x: { label: 'h', log: true, range: [1e-16, 1] },
  y: { label: 'error', log: true },
  series: [
    { label: 'forward, f64', colour: '--cluster-0' },
    { label: 'central, f64', colour: '--cluster-1' },
    { label: 'forward, f32', colour: '--cluster-3' },
    { label: 'central, f32', colour: '--cluster-5' },
    { label: 'truncation, ∝ h', colour: '--ink-soft', dashed: true },
    { label: 'rounding, ∝ 1/h', colour: '--cluster-4', dashed: true },
  ],
  data({ world, description: { found } }) {
    if (!found) return nothing;
    const { h, errors: off, truncation, rounding } = sweepOf(world);
    return {
      x: h,
      y: [...off, truncation, rounding],
      marks: [{ axis: 'x', at: found.h, label: `h = ${numberText(found.h, 3)}` }],
    };
  },
};

/** A sweep is some hundred slopes; it is kept while function and place stay the same. */
function sweepOf(world: DerivativesWorld): ErrorSweep {
  const { expression, parameters, now } = world;
  const key = JSON.stringify([now.x, parameters]);
  const known = sweeps.get(world);
  if (known?.key === key) return known.sweep;
  const sweep = sweepErrors(expression, parameters, now.x);
  sweeps.set(world, { key, sweep });
  return sweep;
}
const sweeps = new WeakMap<DerivativesWorld, { key: string; sweep: ErrorSweep }>();

export const charts: readonly Chart<DerivativesWorld, DerivativesDescription>[] = [errors];
