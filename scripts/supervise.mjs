import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';

/** A run that is still there so long after it was told to end is ended by force. */
const graceMs = 400;

/**
 * Runs Node as a process of its own and ends as it ends. A signal ends it soon, whatever it is doing:
 * a driver that blocks, or the collector of a full heap, hears no signal.
 *
 * The process may send `{ partial: path }` while it writes a file, and `{ partial: null }` after: a
 * file that was left behind is then removed.
 *
 * @param {string[]} argv the script and its arguments
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit status; 128 and the number of the signal that was passed on
 */
export function supervise(argv, env) {
  const child = spawn(process.execPath, argv, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  });
  let ended = null;
  let partial = null;
  child.on('message', (message) => {
    partial = message?.partial ?? null;
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      ended ??= signal;
      child.kill(signal);
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (partial !== null) rmSync(partial, { force: true });
      if (ended && (signal || code !== 0)) return resolve(128 + constants.signals[ended]);
      if (signal === null) return resolve(code);
      // Somebody's Ctrl-C that reached the run alone, or the system that had no memory left.
      if (signal === 'SIGINT' || signal === 'SIGTERM')
        return resolve(128 + constants.signals[signal]);
      reject(new Error(`the run was ended by ${signal}; it may need more memory than there is`));
    });
  });
}
