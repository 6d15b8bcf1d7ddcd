/**
 * Runs a command of node_modules/.bin where the software Vulkan driver can be found:
 * `node scripts/with-driver.mjs vitest run`.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { softwareDriverEnvironment } from './software-driver.mjs';

const [command, ...args] = process.argv.slice(2);
const bin = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.bin');
const child = spawn(join(bin, command), args, {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, ...(await softwareDriverEnvironment()) },
});
child.on('error', (error) => {
  console.error(`error: ${command} did not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
