import type { Elements } from '../kernel.ts';

/** The rows of values in growing order; equal ones as they come. */
export const sortAlong = (values: Elements): Uint32Array =>
  Uint32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
