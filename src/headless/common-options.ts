import type { Option } from '../scenes/headless-scene.ts';

const count = { effect: 'live', min: 0, max: 100, step: 1, integer: true, atLeast: 0 } as const;

/** The options of every scene. */
export const commonOptions: Readonly<Record<string, Option>> = {
  steps: { ...count, label: 'steps', help: 'How many steps to take.', unit: 'steps', default: 5 },
  seed: {
    ...count,
    label: 'seed',
    help: 'Where random numbers begin; 42 gives the lesson’s.',
    default: 42,
    atMost: Number.MAX_SAFE_INTEGER,
  },
  backend: {
    label: 'backend',
    help: 'What computes; auto takes a hardware GPU through WebGPU, else the CPU.',
    effect: 'live',
    default: 'auto',
    options: ['auto', 'webgpu', 'cpu'],
  },
  input: { text: 'FILE', help: 'What to work on, instead of the lesson’s own data.' },
  output: { text: 'FILE', help: 'Where the result goes; the file appears whole or not at all.' },
  help: { switch: true, help: 'Shows this.' },
};
