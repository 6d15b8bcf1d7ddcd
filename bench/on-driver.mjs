import { spawnSync } from 'node:child_process';
import { softwareDriverEnvironment } from '../scripts/software-driver.mjs';

/**
 * Runs a bench that was called by its name, on the adapter that the environment names
 * (`VK_ICD_FILENAMES`), or else on the software driver that npm brings: there in a process of its own,
 * because the loader reads where a driver lies when a process starts.
 *
 * @param {string} file the bench's own
 * @param {(rounds: number) => Promise<void>} bench
 */
export async function onDriver(file, bench) {
  if (process.argv[1] !== file) return;
  if (process.platform === 'linux' && !process.env.VK_ICD_FILENAMES && !process.env.BENCH_DRIVER) {
    const env = { ...process.env, ...(await softwareDriverEnvironment()), BENCH_DRIVER: 'set' };
    const { status } = spawnSync(process.execPath, process.argv.slice(1), {
      env,
      stdio: 'inherit',
    });
    process.exit(status ?? 1);
  }
  await bench(Number(process.argv[2] ?? 7));
  // Dawn would keep the process alive.
  process.exit(0);
}
