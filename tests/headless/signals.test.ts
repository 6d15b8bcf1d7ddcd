import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/headless.mjs', import.meta.url));
const supervisor = new URL('../../scripts/supervise.mjs', import.meta.url);

/** Far beyond the second that is promised: only work that hears nothing takes so long. */
const watchdogMs = 15_000;

interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts Node, sends a signal as soon as stderr says `begun`, and tells how the process ended. */
function interrupt(
  argv: readonly string[],
  signal: NodeJS.Signals,
  { begun, env = process.env }: { begun: RegExp; env?: NodeJS.ProcessEnv },
): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    let watchdog: NodeJS.Timeout | undefined;
    child.stderr.on('data', (text) => {
      said += text;
      if (watchdog || !begun.test(said)) return;
      child.kill(signal);
      watchdog = setTimeout(() => child.kill('SIGKILL'), watchdogMs);
    });
    child.on('exit', (code, by) => {
      clearTimeout(watchdog);
      resolve({ code, signal: by });
    });
  });
}

const progress = /\d %\n/;
const folder = mkdtempSync(join(tmpdir(), 'meanfield-signals-'));
const row = new Array(1200).fill('1.5').join(',');
writeFileSync(join(folder, 'square.csv'), `${new Array(1200).fill(row).join('\n')}\n`);

/** Each would go on for minutes, were it let. */
const jobs = [
  'meanshift --backend cpu --clusters 60 --samples 1000 --steps 50',
  'matmul --backend cpu --shape 3000,3000,3000 --method loops',
  'matmul --backend cpu --shape 3,9000,9000 --method broadcast,dot',
  'matmul --backend cpu --shape 1500,1500,1500 --method gpu-tiled,einsum',
  'matmul --backend cpu --einsum ij,jk,kl,lm->im --operand square.csv --operand square.csv --operand square.csv --operand square.csv',
  'derivatives --samples 2000000 --f erf(sin(x)^2)+tan(x)^3*exp(cos(x))+x^x --scheme five-point --order 2',
];

describe('a signal ends a run by itself', () => {
  // Without its supervisor, which would hide that nothing heard it.
  const env = { ...process.env, INIT_CWD: folder, MEANFIELD_SUPERVISED: '1' };
  for (const [i, job] of jobs.entries()) {
    const [signal, code] = i % 2 === 0 ? (['SIGINT', 130] as const) : (['SIGTERM', 143] as const);
    it(`${job}: ${signal}`, { timeout: 120_000 }, async () => {
      const call = [script, ...job.split(' '), '--output', 'out.csv'];
      const end = await interrupt(call, signal, { begun: progress, env });
      expect(end).toEqual({ code, signal: null });
      expect(readdirSync(folder)).toEqual(['square.csv']);
    });
  }
});

it.skipIf(!inject('webgpu'))(
  'a signal ends a run on the GPU, with its supervisor',
  { timeout: 120_000 },
  async () => {
    const call = 'meanshift --backend webgpu --clusters 100 --samples 1000 --steps 50';
    const argv = [script, ...call.split(' '), '--output', 'out.csv'];
    // npm says where the person stood.
    const env = { ...process.env, INIT_CWD: folder };
    const end = await interrupt(argv, 'SIGTERM', { begun: progress, env });
    expect(end).toEqual({ code: 143, signal: null });
    expect(readdirSync(folder)).toEqual(['square.csv']);
  },
);

it('a signal ends a process that hears none, and takes away what it was writing', async () => {
  const partial = join(folder, 'stuck.partial');
  const stuck = `
    process.on('SIGINT', () => undefined);
    require('node:fs').writeFileSync(process.argv[1], '');
    process.send({ partial: process.argv[1] }, () => {
      console.error('begun');
      for (;;);
    });`;
  const main = `
    const { supervise } = await import(${JSON.stringify(supervisor.href)});
    process.exitCode = await supervise(['-e', ${JSON.stringify(stuck)}, process.argv[1]], process.env);`;
  const argv = ['--input-type=module', '-e', main, partial];
  expect(await interrupt(argv, 'SIGINT', { begun: /begun/ })).toEqual({ code: 130, signal: null });
  expect(existsSync(partial)).toBe(false);
});

it('a process that the system ends is an error of one sentence', () => {
  const main = `
    const { supervise } = await import(${JSON.stringify(supervisor.href)});
    process.exitCode = await supervise(['-e', 'process.kill(process.pid, "SIGKILL")'], process.env);`;
  const argv = ['--input-type=module', '-e', main];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('the run was ended by SIGKILL; it may need more memory than there is');
});
