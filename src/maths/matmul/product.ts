/** Matrices A (m×k), B (k×n) and their product C (m×n), each row after row. */
export interface Product {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

/** The rows and columns of C that are worked on, and the terms of their sums; ends are exclusive. */
export interface ProductPart {
  readonly rows: readonly [first: number, end: number];
  readonly columns: readonly [first: number, end: number];
  readonly terms: readonly [first: number, end: number];
}

/** Adds a part of the products to C. */
export type Multiply = (product: Product, part: ProductPart) => void;

export const wholeProduct = ({ m, k, n }: Pick<Product, 'm' | 'k' | 'n'>): ProductPart => ({
  rows: [0, m],
  columns: [0, n],
  terms: [0, k],
});
