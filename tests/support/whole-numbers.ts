/**
 * Numbers for the elements of a tensor, which f32 holds exactly; `tests/fixtures/einsum-numpy.py` gave
 * numpy the same.
 */
export const wholeNumbers = (shape: readonly number[], seed: number) =>
  Float64Array.from(
    { length: shape.reduce((product, size) => product * size, 1) },
    (_, i) => ((7 * i + 3 * seed) % 11) - 5,
  );
