import { component } from './component.ts';

/**
 * A copy of a cell on its way in a step: from its previous position (where its original is) to its
 * position (where it meets what it is multiplied by) and on to its destination. `isGhost` is 1 for a
 * value that is read again with stride 0 instead of being copied. `product` is what it becomes when
 * they meet; `isActive` is 0 for a traveller that this step does not need.
 */
export const Traveller = component({
  isActive: Uint32Array,
  isGhost: Uint32Array,
  product: Float64Array,
});
