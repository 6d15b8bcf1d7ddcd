import { readFile, stat } from 'node:fs/promises';
import { InputError } from '../base/input-error.ts';

/**
 * @param name the file as the person wrote it, for messages
 * @param flag the option that names it
 * @throws InputError if there is no such file, or it cannot be read
 */
export async function readInput(path: string, name: string, flag: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new InputError(`there is no file ${name}; check ${flag}`);
  if (found.isDirectory()) throw new InputError(`${name} is a folder; give a file to ${flag}`);
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code}); check its permissions`,
    );
  }
}
