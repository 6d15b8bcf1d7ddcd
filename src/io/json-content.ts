import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { decodePieces } from './decode-pieces.ts';
import type { TextFile } from './text-file.ts';

/** A JSON file is held as one text, which takes up to twice its size in memory. */
export const mostJsonBytes = 2 ** 27;

/**
 * @param pause awaited between the slices of the work
 * @throws InputError if the file is too large to be held as one text
 */
export async function jsonContent(file: TextFile, pause: () => Promise<void>): Promise<string> {
  const { length } = file.bytes;
  if (length > mostJsonBytes) {
    const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
    throw new InputError(
      `${shorten(file.name, 60)} has ${megabytes(length)}, and JSON of at most ${megabytes(mostJsonBytes)} is read; give a CSV`,
    );
  }
  const pieces: string[] = [];
  for (const piece of decodePieces(file)) {
    pieces.push(piece);
    await pause();
  }
  return pieces.join('');
}
