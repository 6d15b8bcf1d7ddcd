import type { Backend, ComputeBuffer } from './backend.ts';

/** Small enough to stay in a cache, where converting and sending it meet. */
const pieceLength = 2 ** 18;

/**
 * Writes values to a buffer from its beginning on, converted to what the backend holds: piece by piece
 * through one small array, because a whole second copy would have to be fetched from memory again.
 *
 * @returns work that yields after each piece how many values it sent
 */
export function* uploadValues(
  compute: Backend,
  buffer: ComputeBuffer,
  values: Float64Array,
): Generator<number, void> {
  const piece = compute.createElements('real', Math.min(pieceLength, values.length));
  for (let first = 0; first < values.length; first += pieceLength) {
    const part = values.subarray(first, first + pieceLength);
    const sent = part.length === piece.length ? piece : piece.subarray(0, part.length);
    sent.set(part);
    compute.upload(buffer, sent, first);
    yield part.length;
  }
}
