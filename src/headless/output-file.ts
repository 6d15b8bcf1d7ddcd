import { constants, renameSync, rmSync, writeFileSync } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../base/input-error.ts';

/**
 * Checks before anything is computed that a file can be written there.
 *
 * @param name the file as the person wrote it, for messages
 * @returns where to write: behind a symbolic link, the file that it leads to
 * @throws InputError that says what to change
 */
export async function checkOutput(
  path: string,
  name: string,
  inputPaths: readonly string[],
): Promise<string> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (!folder?.isDirectory()) {
    throw new InputError(`--output ${name}: there is no folder ${dirname(name)}; make it first`);
  }
  const existing = await stat(path).catch(() => null);
  if (existing && !existing.isFile()) {
    throw new InputError(`--output ${name} is not a file; name a file`);
  }
  const real = existing ? await realpath(path) : path;
  for (const inputPath of existing ? inputPaths : []) {
    if (real === (await realpath(inputPath).catch(() => null))) {
      throw new InputError(`--output ${name} is the input itself; name another file`);
    }
  }
  await checkWritable(dirname(real), `--output ${name}: its folder`);
  if (existing) await checkWritable(real, `--output ${name}`);
  return real;
}

async function checkWritable(path: string, what: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch {
    throw new InputError(`${what} cannot be written to; choose another`);
  }
}

/**
 * Writes a file whole or not at all: beside it first, and then renamed. At one go, so that no signal
 * ends the process in between.
 */
export function writeOutput(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${process.pid}.partial`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
