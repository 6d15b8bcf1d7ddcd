import { component } from './component.ts';

/**
 * How an entity is coloured: `shade` from -1 (the most negative value around) to 1 (the most
 * positive), and how strongly it is `lit`, from 0 (not worked on) to 1.
 */
export const Colour = component({ shade: Float32Array, lit: Float32Array });
