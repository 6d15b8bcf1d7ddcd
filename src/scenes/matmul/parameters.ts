import { matmulMethods } from '../../systems/matmul/world.ts';
import { type ParameterValues, parameterTable } from '../../world/parameters.ts';
import { type PresetName, presetNames, presets } from './presets.ts';

const size = {
  folder: 'shape',
  effect: 'reset',
  default: null,
  automatic: 'as the preset',
  min: 1,
  step: 1,
  integer: true,
  atLeast: 1,
} as const;

const asPreset = (name: 'm' | 'k' | 'n') => (values: Readonly<Record<string, unknown>>) =>
  presets[values.preset as PresetName].shape[name];

export const parameters = parameterTable({
  method: {
    label: 'method',
    help: 'The rung of the ladder: who multiplies what with what, and in which order.',
    folder: 'product',
    effect: 'reset',
    default: 'loops',
    options: matmulMethods,
  },
  preset: {
    label: 'preset',
    help: 'What A and B hold: small integers, the lesson’s five images and weights, one digit, an identity, a rotation by 30°, or random numbers.',
    folder: 'product',
    effect: 'reset',
    default: 'integers',
    options: presetNames,
    clears: ['m', 'k', 'n'],
  },
  seed: {
    label: 'seed',
    help: 'Where the random numbers of A and B begin.',
    folder: 'product',
    effect: 'reset',
    default: 42,
    min: 0,
    max: 100,
    step: 1,
    integer: true,
    atLeast: 0,
    atMost: Number.MAX_SAFE_INTEGER,
  },
  m: {
    ...size,
    label: 'm',
    help: 'Rows of A, and of the product.',
    unit: 'rows',
    max: 256,
    standsFor: asPreset('m'),
  },
  k: {
    ...size,
    label: 'k',
    help: 'Columns of A and rows of B: the terms of each sum.',
    unit: 'terms',
    max: 1024,
    standsFor: asPreset('k'),
  },
  n: {
    ...size,
    label: 'n',
    help: 'Columns of B, and of the product.',
    unit: 'columns',
    max: 256,
    standsFor: asPreset('n'),
  },
});

export type MatmulValues = ParameterValues<typeof parameters>;
