import { InputError } from '../base/input-error.ts';

const images: readonly (readonly [string, RegExp, readonly number[]])[] = [
  ['PNG', /\.png$/i, [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', /\.jpe?g$/i, [0xff, 0xd8, 0xff]],
];

/**
 * Reads a file as UTF-8, or as UTF-16 where a byte order mark says so.
 *
 * @param name for messages
 * @throws InputError if it is an image or no text
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const image = images.find(
    ([, ending, magic]) => ending.test(name) || magic.every((byte, i) => bytes[i] === byte),
  );
  if (image) {
    throw new InputError(`${name} is a ${image[0]} image, which is not there yet; give a CSV`);
  }
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} is not text in UTF-8; save it as CSV in UTF-8`);
  }
}
