import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { codeOf, describeFault } from './file-fault.ts';

/** A file is held in memory as it is, beside the numbers that are read from it. */
const mostBytes = 2 ** 30;

/**
 * @param name the file as the person wrote it, for messages
 * @param flag the option that names it
 * @throws InputError if there is no such file, it cannot be read, or it is too large
 */
export async function readInput(path: string, name: string, flag: string): Promise<Uint8Array> {
  const label = shorten(name, 60);
  const found = await stat(path).catch((error) => {
    throw ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
      ? new InputError(`there is no file ${label}; check ${flag}`)
      : new InputError(`${flag} ${label}: ${describeFault(error)}`);
  });
  if (found.isDirectory()) throw new InputError(`${label} is a folder; give a file to ${flag}`);
  if (found.size > mostBytes) throw tooLarge(label);
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    // A pipe tells no size, and some devices never end.
    for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
      length += piece.length;
      if (length > mostBytes) throw tooLarge(label);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${label} cannot be read: ${describeFault(error)}`);
  }
  return Buffer.concat(pieces, length);
}

const tooLarge = (label: string) =>
  new InputError(`${label} has more than ${mostBytes / 2 ** 30} GiB; give fewer rows or columns`);
