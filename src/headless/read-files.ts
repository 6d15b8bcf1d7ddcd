import { resolve } from 'node:path';
import { flagName } from '../world/flag-name.ts';
import { readInput } from './read-input.ts';

/** The files that options name, with their places in the folder. */
export const namedFiles = (files: Readonly<Record<string, readonly string[]>>, folder: string) =>
  Object.entries(files).flatMap(([option, names]) =>
    names.map((name) => ({ option, name, path: resolve(folder, name) })),
  );

/** The files that options name, read, by their options. */
export async function readFiles(inputs: ReturnType<typeof namedFiles>) {
  const read = await Promise.all(
    inputs.map(async ({ option, name, path }) => ({
      option,
      name,
      bytes: await readInput(path, name, `--${flagName(option)}`),
    })),
  );
  return Object.fromEntries(
    inputs.map(({ option }) => [option, read.filter((file) => file.option === option)]),
  );
}
