/**
 * Runs `src/headless.ts`, as `npm run -s headless -- <scene> [options]`. Vite reads the TypeScript
 * and the WGSL; the software GPU driver is looked for only when WebGPU is asked for by name.
 *
 * The run is a process of its own, so that a signal ends it whatever it is doing, and because the
 * system's loader reads where the driver lies when a process starts.
 */
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openSources } from './open-sources.mjs';
import { softwareDriverEnvironment } from './software-driver.mjs';
import { supervise } from './supervise.mjs';

const self = fileURLToPath(import.meta.url);
const argv = process.argv.slice(2);
const asksForWebGpu = argv.some(
  (word, i) => word === '--backend=webgpu' || (word === '--backend' && argv[i + 1] === 'webgpu'),
);

// What could not be written is lost, also where the reader went away on purpose.
process.stdout.on('error', (error) => {
  const why =
    error.code === 'EPIPE' ? 'it was closed before the result was written' : error.message;
  process.stderr.write(`error: stdout cannot be written to: ${why}\n`, () => process.exit(1));
});
process.stderr.on('error', () => undefined);

try {
  if (process.env.MEANFIELD_SUPERVISED) await runHere();
  else await runSupervised();
} catch (error) {
  console.error(`error: ${String(error?.message ?? error).replaceAll(/\s*\n\s*/g, ' ')}`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}

async function runSupervised() {
  // Without its package a hardware driver may still be there; Dawn says if there is none.
  const driver = asksForWebGpu ? await softwareDriverEnvironment().catch(() => ({})) : {};
  const environment = { ...process.env, ...driver, MEANFIELD_SUPERVISED: '1' };
  process.exitCode = await supervise([self, ...argv], environment);
}

async function runHere() {
  // Handled, so that neither falls between writing the output file and its renaming.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
  // Nobody waits for a run whose supervisor is gone.
  process.on('disconnect', () => process.exit(1));
  const { load } = await openSources();
  const { runHeadless } = await load('/src/headless.ts');
  const status = await runHeadless(argv, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    // A process that is killed by force removes nothing; who started it does.
    partial: (path) => process.send?.({ partial: path }),
    // npm moves to the package's folder and leaves word of where the person stood.
    folder: process.env.INIT_CWD ?? process.cwd(),
  });
  // Dawn would keep the process alive; what was written is let out first. Where it could not be, the
  // stream's own handler ends the process.
  process.stdout.write('', (error) => {
    if (!error) process.stderr.write('', () => process.exit(status));
  });
}
