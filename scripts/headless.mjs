/**
 * Runs `src/headless.ts`, as `npm run -s headless -- <scene> [options]`. Vite reads the TypeScript
 * and the WGSL; the software GPU driver is looked for only when WebGPU is asked for by name.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer, createServerModuleRunner } from 'vite';
import { softwareDriverEnvironment } from './software-driver.mjs';

const self = fileURLToPath(import.meta.url);
const argv = process.argv.slice(2);
const asksForWebGpu = argv.some(
  (word, i) => word === '--backend=webgpu' || (word === '--backend' && argv[i + 1] === 'webgpu'),
);

// The loader reads its environment when a process starts, so the driver needs a second one.
if (asksForWebGpu && !process.env.MEANFIELD_DRIVER_READY) {
  const environment = await softwareDriverEnvironment();
  const child = spawn(process.execPath, [self, ...argv], {
    stdio: 'inherit',
    env: { ...process.env, ...environment, MEANFIELD_DRIVER_READY: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  // A reader that has seen enough closes the pipe; that is no failure.
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const server = await createServer({
    root: join(dirname(self), '..'),
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  const { runHeadless } = await runner.import('/src/headless.ts');
  const status = await runHeadless(argv, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    // npm moves to the package's folder and leaves word of where the person stood.
    folder: process.env.INIT_CWD ?? process.cwd(),
  });
  // Dawn would keep the process alive; what was written is let out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit(status)));
}
