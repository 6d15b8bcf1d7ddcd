import { InputError } from '../../../base/input-error.ts';
import { presetOf } from '../sim/suited-values.ts';
import type { DerivativesCall } from './call.ts';

/** Where slopes are taken, over one distance; or over which distances, at one place. */
export type Rows =
  | {
      readonly kind: 'window';
      readonly from: number;
      readonly to: number;
      readonly samples: number;
      readonly h: number;
    }
  | { readonly kind: 'sweep'; readonly at: number };

/** @throws InputError for a window that is none */
export function readRows({ values, options, given }: DerivativesCall): Rows {
  const preset = presetOf(values);
  if (options.hSweep) return { kind: 'sweep', at: values.at ?? preset.at };
  const from = values.from ?? preset.from;
  const to = values.to ?? preset.to;
  if (from > to) throw new InputError(`--from ${from} lies above --to ${to}; swap them`);
  if (!Number.isFinite(to - from)) {
    throw new InputError(`--from ${from} to --to ${to} is too wide for a number; choose less`);
  }
  const samples = from === to && !given.has('samples') ? 1 : options.samples;
  if (from === to && samples !== 1) {
    throw new InputError(`--samples ${samples} of a single place: give 1, or a --to above --from`);
  }
  if (from < to && samples === 1) {
    throw new InputError('--samples 1 leaves out an end of the window; give at least 2');
  }
  return { kind: 'window', from, to, samples, h: options.h };
}
