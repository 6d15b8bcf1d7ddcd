import type { GrowthNames } from './growth-picture.ts';

/** What the parts of a square of side x are called that grows by dx. */
export const squareNames: GrowthNames = {
  u: 'x',
  v: 'x',
  du: 'dx',
  dv: 'dx',
  product: 'x²',
  besides: 'x·dx',
  below: 'x·dx',
  corner: 'dx²',
};
