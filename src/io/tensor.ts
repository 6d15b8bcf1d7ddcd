/** Numbers in axes: the last axis varies fastest. A shape without axes holds one number. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}
