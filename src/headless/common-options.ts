import { optionTable } from '../scenes/headless-options.ts';
import { seedParameter } from '../world/seed-parameter.ts';

const count = { effect: 'live', min: 0, step: 1, integer: true, unit: 'steps' } as const;

/** The options that every scene shares; each is refused where a scene has no use for it. */
export const commonOptions = optionTable({
  steps: {
    ...count,
    label: 'steps',
    help: 'How many steps to take.',
    max: 100,
    default: 5,
    atLeast: 0,
  },
  untilConverged: { switch: true, help: 'Step until nothing moves, instead of --steps.' },
  maxSteps: {
    ...count,
    label: 'max steps',
    help: 'With --until-converged: the most steps to take.',
    max: 1000,
    default: 300,
    atLeast: 1,
  },
  seed: { ...seedParameter, help: 'Where random numbers begin; 42 gives the lesson’s.' },
  backend: {
    label: 'backend',
    help: 'What computes; auto takes a hardware GPU through WebGPU, else the CPU.',
    effect: 'live',
    default: 'auto',
    options: ['auto', 'webgpu', 'cpu'],
  },
  input: { file: 'FILE', help: 'What to work on, instead of the lesson’s own data.' },
  output: { text: 'FILE', help: 'Where the result goes; the file appears whole or not at all.' },
  help: { switch: true, help: 'Shows this.' },
});

export type CommonName = keyof typeof commonOptions;

export const isCommon = (name: string): name is CommonName => Object.hasOwn(commonOptions, name);
