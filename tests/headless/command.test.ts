import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, inject, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/headless.mjs', import.meta.url));

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
