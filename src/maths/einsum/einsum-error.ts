/** An expression that makes no sense, or shapes that do not fit it; one sentence says what to change. */
export class EinsumError extends Error {
  override readonly name = 'EinsumError';
}
