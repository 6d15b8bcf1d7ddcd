import { schemes } from '../../../maths/finite-difference.ts';
import { parameterTable } from '../../../world/parameters.ts';
import type { Option, OptionFamily } from '../../headless-scene.ts';

const wide = { effect: 'live', min: -10, max: 10, step: 0.01 } as const;

export const numbers = parameterTable({
  from: { ...wide, label: 'from', help: 'Where the window begins.', default: -3 },
  to: { ...wide, label: 'to', help: 'Where the window ends.', default: 3 },
  samples: {
    label: 'samples',
    help: 'How many points of the window, both of its ends among them.',
    effect: 'live',
    default: 601,
    min: 2,
    max: 10_000,
    step: 1,
    integer: true,
    atLeast: 1,
    atMost: 2_000_000,
  },
  h: {
    label: 'h',
    help: 'The distance that the slope is taken over.',
    effect: 'live',
    default: 1e-3,
    min: 1e-16,
    max: 1,
    step: 1e-16,
  },
  scheme: {
    label: 'scheme',
    help: 'Which points the slope is taken from; dual numbers carry it along exactly.',
    effect: 'live',
    default: 'forward',
    options: schemes,
  },
  precision: {
    label: 'precision',
    help: 'f32 runs in WGSL when the backend is WebGPU; f64, which WGSL has not, on the CPU. With --backend webgpu f32 unless it is given.',
    effect: 'live',
    default: 'f64',
    options: ['f32', 'f64'],
  },
  order: {
    label: 'order',
    help: 'The first derivative or the second.',
    effect: 'live',
    default: '1',
    options: ['1', '2'],
  },
  at: { ...wide, label: 'at', help: 'With --h-sweep: where the slope is taken.', default: 1 },
});

export const options: Readonly<Record<string, Option>> = {
  f: { text: 'FORMULA', help: 'The function of x. Default: x^2.' },
  ...numbers,
  hSweep: {
    switch: true,
    help: 'Instead of a window: at one place, a row for each h from 1 to 1e-16 in half-decades.',
  },
};

export const letterOptions = (names: readonly string[]): OptionFamily => ({
  names,
  option: { ...wide, label: 'parameter', help: 'The value of that letter in --f.', default: 1 },
});
