import { afterEach, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { nextTask } from '../../src/base/next-task.ts';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { DeviceLostError } from '../../src/gpu/device-lost-error.ts';
import { createMeanShift } from '../../src/gpu/meanshift/mean-shift.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { createFolder } from '../headless/run-headless.ts';
import { openDawn } from '../support/webgpu.ts';

const count = 4096;
/** Cut into more pieces than one by a backend that has measured nothing. */
const step = { weightKernel: 'gaussian', bandwidth: 1, batch: 16 } as const;

async function open() {
  const compute = await openBackend('webgpu', await openDawn(), true);
  onTestFinished(() => compute.dispose());
  return compute;
}

async function openPoints(compute: Backend) {
  const x = Float32Array.from({ length: count }, (_, i) => (i % 64) / 8);
  const y = Float32Array.from({ length: count }, (_, i) => Math.floor(i / 64) / 8);
  return createMeanShift(compute, createScope(), [x, y]);
}

const shiftOnce = async (compute: Backend) => {
  const meanShift = await openPoints(compute);
  return () => compute.run([meanShift.shift(step), meanShift.fetch]);
};
const copyOnce = async (compute: Backend) => {
  const meanShift = await openPoints(compute);
  // Without the timer's answer, nothing comes back.
  return () => compute.run([meanShift.keepPrevious]);
};
const compileOnce = async (compute: Backend) => async () => {
  await openPoints(compute);
};

/** What a device is asked and answers later, and what asks it. */
const questions = [
  ['GPUBuffer', 'mapAsync', shiftOnce],
  ['GPUDevice', 'popErrorScope', shiftOnce],
  ['GPUQueue', 'onSubmittedWorkDone', copyOnce],
  ['GPUDevice', 'createComputePipelineAsync', compileOnce],
] as const;

describe.skipIf(!inject('webgpu'))('a device that is lost', () => {
  afterEach(() => vi.restoreAllMocks());

  for (const [owner, question, prepare] of questions) {
    it(`ends what waits for ${question} before that is answered`, async () => {
      const compute = await open();
      const act = await prepare(compute);
      const order: string[] = [];
      const answers: ((value: null) => void)[] = [];
      const prototype = (globalThis as unknown as Record<string, { prototype: object }>)[owner]
        .prototype as Record<string, () => unknown>;
      const asked = new Promise<void>((resolve) => {
        vi.spyOn(prototype, question).mockImplementation(() => {
          resolve();
          return new Promise((settle) => answers.push(settle));
        });
      });
      const failure = act().catch((error: unknown) => {
        order.push('told');
        return error;
      });
      await asked;
      compute.gpu?.device.destroy();
      await compute.lost;
      for (let task = 0; task < 10; task++) await nextTask();
      order.push('answered');
      for (const answer of answers) answer(null);
      expect(await failure).toBeInstanceOf(DeviceLostError);
      expect(order).toEqual(['told', 'answered']);
    });
  }

  it('in the midst of a run ends it there, and every later one', async () => {
    const compute = await open();
    const meanShift = await openPoints(compute);
    const parts: number[] = [];
    const run = compute.run([meanShift.shift(step), meanShift.fetch], {
      onProgress(part) {
        parts.push(part);
        compute.gpu?.device.destroy();
      },
    });
    const next = compute.run([meanShift.fetch]);
    await expect(run).rejects.toThrow(/^The GPU was lost: .+\.$/);
    await expect(next).rejects.toThrow(DeviceLostError);
    await expect(compute.run([meanShift.fetch])).rejects.toThrow(DeviceLostError);
    expect(parts.at(-1)).toBeLessThan(1);
  });

  it('that was given back is not lost', async () => {
    const compute = await open();
    const told = vi.fn();
    compute.lost.then(told, told);
    compute.dispose();
    await compute.gpu?.device.lost;
    await nextTask();
    expect(told).not.toHaveBeenCalled();
  });

  it('ends a headless run with one sentence and no output', async () => {
    await openDawn();
    let device: GPUDevice | null = null;
    const { requestDevice } = GPUAdapter.prototype;
    vi.spyOn(GPUAdapter.prototype, 'requestDevice').mockImplementation(async function (
      this: GPUAdapter,
      wanted,
    ) {
      device = await requestDevice.call(this, wanted);
      return device;
    });
    const { submit } = GPUQueue.prototype;
    let submits = 0;
    vi.spyOn(GPUQueue.prototype, 'submit').mockImplementation(function (this: GPUQueue, commands) {
      submit.call(this, commands);
      submits += 1;
      if (submits === 5) device?.destroy();
    });
    const folder = createFolder();
    const argv = ['meanshift', '--backend', 'webgpu', '--output', 'out.csv'];
    const steps = ['--steps', '1000', '--batch', '64'];
    const { status, stdout, stderr } = await folder.run(...argv, ...steps);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^error: The GPU was lost: .+; run it again, or with --backend cpu$/,
    );
    expect(folder.names()).toEqual([]);
  });
});
