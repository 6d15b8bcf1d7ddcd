/**
 * `npm run build` into a folder, as a process of its own: what calls it may have set NODE_ENV, as
 * vitest does, and libraries would then come in their development versions.
 */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param outDir where the page goes
 * @param project what is built: this project, or a copy of it
 * @throws Error with what the build said, if it failed
 */
export async function buildPage(outDir, project = root) {
  const { NODE_ENV: _, ...env } = process.env;
  const words = ['run', 'build', '--', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'];
  await promisify(execFile)('npm', words, {
    cwd: project,
    env,
    // On Windows npm is a script for the shell.
    shell: process.platform === 'win32',
  });
}
