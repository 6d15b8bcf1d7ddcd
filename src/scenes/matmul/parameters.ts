import { kernelNames } from '../../gpu/matmul/named-kernel.ts';
import { matmulMethods } from '../../systems/matmul/world.ts';
import {
  type ParameterValues,
  parameterTable,
  type ResolvedValues,
} from '../../world/parameters.ts';
import { seedParameter } from '../../world/seed-parameter.ts';
import { readEdits } from './sim/edited-cells.ts';
import { type PresetName, presetNames, presets } from './sim/presets.ts';

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
  kernel: {
    label: 'kernel',
    help: 'Which kernel gpu-best takes: the one that was measured to be the fastest on this adapter, or one of your choice.',
    folder: 'product',
    effect: 'reset',
    default: 'fastest',
    options: kernelNames,
    shownWhen: ({ method }) => method === 'gpu-best',
  },
  preset: {
    label: 'preset',
    help: 'What A and B hold: small integers; five digits (drawn by strokes here) against random weights, in the lesson’s shape; one digit; an identity; a rotation by 30°; or random numbers.',
    folder: 'product',
    effect: 'reset',
    default: 'integers',
    options: presetNames,
    clears: ['m', 'k', 'n', 'edits'],
  },
  seed: {
    ...seedParameter,
    help: 'Where the random numbers of A and B begin.',
    folder: 'product',
  },
  edits: {
    label: 'edited cells',
    help: 'Values that were typed over the preset’s, like a0,1=5 b2,0=-1. Pick a cell and type.',
    folder: 'product',
    effect: 'reset',
    text: true,
    default: '',
    longest: 2000,
    parse: readEdits,
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
export type ResolvedMatmul = ResolvedValues<typeof parameters>;
