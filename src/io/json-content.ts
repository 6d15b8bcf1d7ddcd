import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { decodePieces } from './decode-pieces.ts';
import type { TextFile } from './text-file.ts';

/** A JSON file is held as one text, which takes up to twice its size in memory. */
export const mostJsonBytes = 2 ** 28;

/** @throws InputError if the file is too large to be held as one text */
export function jsonContent(file: TextFile): string {
  const { length } = file.bytes;
  if (length > mostJsonBytes) {
    const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
    throw new InputError(
      `${shorten(file.name, 60)} has ${megabytes(length)}, and JSON of at most ${megabytes(mostJsonBytes)} is read; give a CSV`,
    );
  }
  return [...decodePieces(file)].join('');
}
