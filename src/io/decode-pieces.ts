import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import type { TextFile } from './text-file.ts';

const images: readonly (readonly [string, RegExp, readonly number[]])[] = [
  ['PNG', /\.png$/i, [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', /\.jpe?g$/i, [0xff, 0xd8, 0xff]],
];

/** A file as a whole may be more than fits a string, and takes longer than a slice. */
const pieceBytes = 2 ** 17;

/**
 * Reads a file as UTF-8, or as UTF-16 where a byte order mark says so, piece by piece. The mark is no
 * part of the text.
 *
 * @throws InputError if it is an image or no text
 */
export function* decodePieces({ name, bytes }: TextFile): Generator<string> {
  const label = shorten(name, 60);
  const image = images.find(
    ([, ending, magic]) => ending.test(name) || magic.every((byte, i) => bytes[i] === byte),
  );
  if (image) {
    throw new InputError(`${label} is a ${image[0]} image; give a CSV, TSV or JSON`);
  }
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let first = 0; first < bytes.length; first += pieceBytes) {
    const last = first + pieceBytes;
    try {
      yield decoder.decode(bytes.subarray(first, last), { stream: last < bytes.length });
    } catch {
      throw new InputError(`${label} is not text in UTF-8; save it as CSV in UTF-8`);
    }
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
