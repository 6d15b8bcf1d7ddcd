import { constants } from 'node:fs';
import { access, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../world/input-error.ts';

/**
 * Checks before anything is computed that a file can be written there.
 *
 * @throws InputError that says what to change
 */
export async function checkOutput(path: string, name: string, inputPath: string | null) {
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory()) {
    throw new InputError(`--output ${name}: there is no folder ${dirname(name)}; make it first`);
  }
  const existing = await stat(path).catch(() => null);
  if (existing && !existing.isFile()) {
    throw new InputError(`--output ${name} is not a file; name a file`);
  }
  if (inputPath !== null && resolve(inputPath) === resolve(path)) {
    throw new InputError(`--output ${name} is the input itself; name another file`);
  }
  try {
    await access(dirname(path), constants.W_OK);
  } catch {
    throw new InputError(`--output ${name}: its folder cannot be written to; choose another`);
  }
}

/** Writes a file whole or not at all: beside it first, and then renamed. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.partial`);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
