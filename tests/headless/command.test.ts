import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/headless.mjs', import.meta.url));

const ownEnv = (folder: string) => ({ ...process.env, INIT_CWD: folder });

/** Runs the command itself, in an environment that knows nothing of the software driver. */
function headless(...argv: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const { VK_ADD_DRIVER_FILES: _, LD_LIBRARY_PATH: __, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...argv], { env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

it('prints one JSON object and nothing else, and ends with status 0', async () => {
  const { status, stdout } = await headless('meanshift', '--samples', '5');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ scene: 'meanshift', n: 30 });
});

it.skipIf(!inject('webgpu'))('finds a WebGPU adapter on a machine without one', async () => {
  const call = ['--backend', 'webgpu', '--samples', '5'];
  const { status, stdout } = await headless('meanshift', ...call);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ backend: 'webgpu', n: 30 });
});

it('ends with status 2 and one line when the call is at fault', async () => {
  const { status, stdout, stderr } = await headless('meanshift', '--bandwidth', '-1');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('error: --bandwidth must be a positive number, not “-1”\n');
});

it('takes file names from where the person stands, and leaves nothing beside the output', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meanfield-command-'));
  // As npm does it: it moves to the package's folder and says where the person stood.
  const call = ['headless', '--', 'meanshift', '--backend', 'cpu', '--samples', '3'];
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const stdout = await new Promise<string>((resolve, reject) => {
    const options = { cwd: folder, shell: process.platform === 'win32' };
    const argv = ['--prefix', root, 'run', '-s', ...call, '--output', 'out.csv'];
    execFile('npm', argv, options, (error, out) => (error ? reject(error) : resolve(out)));
  });
  expect(JSON.parse(stdout)).toMatchObject({ n: 18 });
  expect(readdirSync(folder)).toEqual(['out.csv']);
  expect(readFileSync(join(folder, 'out.csv'), 'utf8').trimEnd().split('\n')).toHaveLength(19);
});

it('ends with status 1 and one line when nobody reads the result', async () => {
  const call = [script, 'meanshift', '--samples', '5', '--backend', 'cpu'];
  const child = spawn(process.execPath, call, { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: 'error: stdout cannot be written to: it was closed before the result was written\n',
  });
});

it.skipIf(process.platform === 'win32')('leaves nothing behind when a signal ends it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'meanfield-command-'));
  const call = ['meanshift', '--backend', 'cpu', '--samples', '50000', '--output', 'out.csv'];
  const child = spawn(process.execPath, [script, ...call], { cwd: folder, env: ownEnv(folder) });
  // The place beside the output is taken before anything is computed.
  await expect.poll(() => readdirSync(folder)).toHaveLength(1);
  child.kill('SIGTERM');
  const [status] = await once(child, 'close');
  expect(status).toBe(143);
  expect(readdirSync(folder)).toEqual([]);
});
