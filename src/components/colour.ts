import { structOfArrays } from './struct-of-arrays.ts';

export type Colour = ReturnType<typeof createColour>;

/**
 * How an entity is coloured: `shade` from -1 (the most negative value around) to 1 (the most
 * positive), and how strongly it is `lit`, from 0 (not worked on) to 1.
 */
export const createColour = (capacity: number) =>
  structOfArrays(capacity, { shade: Float32Array, lit: Float32Array });
