import { constants } from 'node:fs';
import { access, lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { codeOf, describeFault } from './file-fault.ts';

/** Where a run's output goes. */
export interface OutputPlace {
  /** Behind symbolic links, the file that they lead to, whether it is there already or not. */
  readonly path: string;
  /** The file as the person wrote it, for messages. */
  readonly label: string;
}

/** Linux follows as many. */
const mostLinks = 40;

/**
 * Checks before anything is computed that a file can be written there.
 *
 * @param name the file as the person wrote it
 * @throws InputError that says what to change
 */
export async function checkOutput(
  path: string,
  name: string,
  inputPaths: readonly string[],
): Promise<OutputPlace> {
  const label = `--output ${shorten(name, 60)}`;
  const real = await behindLinks(path, label);
  const folder = await found(dirname(real), label);
  if (!folder?.isDirectory()) {
    throw new InputError(
      `${label}: there is no folder ${shorten(real === path ? dirname(name) : dirname(real), 60)}; make it first`,
    );
  }
  const existing = await found(real, label);
  if (existing && !existing.isFile()) {
    throw new InputError(`${label} is not a file; name a file`);
  }
  for (const inputPath of existing ? inputPaths : []) {
    const input = await stat(inputPath).catch(() => null);
    if (input && input.ino === existing?.ino && input.dev === existing.dev) {
      throw new InputError(`${label} is the input itself; name another file`);
    }
  }
  await checkWritable(dirname(real), `${label}: its folder`);
  if (existing) await checkWritable(real, label);
  return { path: real, label };
}

/** The file that a path leads to; a link that leads nowhere yet is followed as well. */
async function behindLinks(path: string, label: string): Promise<string> {
  let now = path;
  for (let links = 0; links <= mostLinks; links++) {
    const isLink = await lstat(now).then(
      (it) => it.isSymbolicLink(),
      () => false,
    );
    if (!isLink) {
      const folder = await realpath(dirname(now)).catch(() => dirname(now));
      return links === 0 ? path : join(folder, basename(now));
    }
    now = resolve(dirname(now), await readlink(now));
  }
  throw new InputError(`${label}: its links lead in a circle; name a file`);
}

/** @returns null if there is none @throws InputError if the name itself is at fault */
async function found(path: string, label: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(codeOf(error))) return null;
    throw new InputError(`${label}: ${describeFault(error)}`);
  }
}

async function checkWritable(path: string, what: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    throw new InputError(`${what} cannot be written to (${describeFault(error)}); choose another`);
  }
}
