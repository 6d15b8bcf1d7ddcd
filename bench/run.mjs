/**
 * Times the headless run and keeps the figures: `node bench/run.mjs [machine]`, from a checkout in
 * which `npm ci` was run. Every case is a run of its own, on the CPU and on WebGPU, so that what is
 * timed is what a person gets. `bench/results/<machine>.json` names the adapter that really ran.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const run = promisify(execFile);
const machine = process.argv[2] ?? 'this-machine';

const cases = [
  { name: 'mean shift, 1,500 points, 5 sweeps', call: 'meanshift --steps 5' },
  {
    name: 'mean shift, 10,000 points, 1 sweep',
    call: 'meanshift --clusters 10 --samples 1000 --steps 1',
  },
  { name: 'product, 5×784 @ 784×10', call: 'matmul --preset lesson' },
  { name: 'product, 512×512 @ 512×512', call: 'matmul --shape 512,512,512' },
  { name: 'product, 50,000×784 @ 784×10', call: 'matmul --shape 50000,784,10' },
  {
    name: 'slopes, 1,000,000 samples of sin x in f32',
    call: 'derivatives --f sin(x) --samples 1000000 --precision f32',
  },
];

const results = [];
for (const { name, call } of cases) {
  for (const backend of ['cpu', 'webgpu']) {
    console.error(`${name} on ${backend}…`);
    const { stdout } = await run(
      'npm',
      ['run', '-s', 'headless', '--', ...call.split(' '), '--backend', backend],
      { cwd: join(here, '..'), maxBuffer: 1e8 },
    );
    const { adapter, elapsedMs, methods } = JSON.parse(stdout);
    results.push({ name, backend, adapter, elapsedMs, ...(methods ? { methods } : {}) });
  }
}
const [{ model }] = cpus();
mkdirSync(join(here, 'results'), { recursive: true });
const report = { machine, cpu: `${cpus().length} × ${model}`, node: process.version, results };
writeFileSync(join(here, 'results', `${machine}.json`), `${JSON.stringify(report, null, 2)}\n`);
for (const { name, backend, elapsedMs, methods = [] } of results) {
  console.log(`${name}, ${backend}: ${elapsedMs.toFixed(1)} ms in all`);
  for (const it of methods) {
    console.log(
      `  ${it.name}: ${it.medianMs.toPrecision(3)} ms, ${it.gflops.toPrecision(3)} GFLOP/s`,
    );
  }
}
