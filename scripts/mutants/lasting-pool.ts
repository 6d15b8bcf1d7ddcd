import { Worker } from 'node:worker_threads';
import type { PoolOptions, PoolWorker, Vite } from 'vitest/node';

let thread: Worker | null = null;

/**
 * One thread that outlives a run. Stryker starts a run for every mutant; with a thread of its own
 * each would spend most of its time on reading libraries again.
 */
const lastingPool = { name: 'lasting', createPoolWorker };

function createPoolWorker({ env, execArgv }: PoolOptions): PoolWorker {
  const entry = new URL('./lasting-worker.mjs', import.meta.url);
  const running = () => {
    thread ??= new Worker(entry, { env, execArgv });
    return thread;
  };
  return {
    name: lastingPool.name,
    on: (event, listener) => void running().on(event, listener),
    off: (event, listener) => void running().off(event, listener),
    send: (message) => running().postMessage(message),
    deserialize: (data) => data,
    start: async () => running().ref(),
    // The thread stays for the next run, and keeps no process alive.
    stop: async () => running().unref(),
  };
}

/** A plugin, because what Stryker says about pools goes before the config. */
export const useLastingPool = (): Vite.Plugin => ({
  name: 'lasting-pool',
  configureVitest({ project }) {
    Object.assign(project.config, { pool: lastingPool.name, poolRunner: lastingPool });
  },
});
