import { valueText } from './value-text.ts';

/** A product as people read it: 0 times a negative number is 0, and its sign is of no use to a sum. */
export const productText = (product: number): string => valueText(product + 0);
