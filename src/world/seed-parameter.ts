import type { NumberParameter } from './parameters.ts';

/** Where random numbers begin: a parameter that every scene with random data has. */
export const seedParameter = {
  label: 'seed',
  effect: 'reset',
  default: 42,
  min: 0,
  max: 100,
  step: 1,
  integer: true,
  atLeast: 0,
  atMost: Number.MAX_SAFE_INTEGER,
} as const satisfies Omit<NumberParameter, 'help'>;
