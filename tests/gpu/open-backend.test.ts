import { describe, expect, it, vi } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';

const limits = { maxBufferSize: 2 ** 31, maxStorageBufferBindingSize: 2 ** 30 };
const info = {
  vendor: 'google',
  architecture: 'swiftshader',
  description: '',
  device: '',
  isFallbackAdapter: false,
};

/** An entry to WebGPU as a browser has it, whose adapter is as told; null: there is none. */
function entry(changed: Partial<typeof info> | null = {}, features: readonly string[] = []) {
  const device: GPUDevice = Object.create(null, {
    lost: { value: new Promise(() => undefined) },
    features: { value: new Set() },
    limits: { value: limits },
    destroy: { value: () => undefined },
  });
  const requestDevice = vi.fn(async (_: GPUDeviceDescriptor) => device);
  const adapter: GPUAdapter | null =
    changed &&
    Object.create(null, {
      info: { value: { ...info, ...changed } },
      features: { value: new Set(features) },
      limits: { value: { ...limits, maxBindGroups: 4 } },
      requestDevice: { value: requestDevice },
    });
  const requestAdapter = vi.fn(async (_: GPURequestAdapterOptions) => adapter);
  const gpu: GPU = Object.create(null, { requestAdapter: { value: requestAdapter } });
  return { gpu, adapter, device, requestAdapter, requestDevice };
}

describe('the CPU is opened', () => {
  it('where it was asked for, and WebGPU is left alone', async () => {
    const { gpu, requestAdapter } = entry();
    const compute = await openBackend('cpu', gpu, true);
    expect(compute).toMatchObject({ kind: 'cpu', reason: 'the CPU was asked for' });
    expect(requestAdapter).not.toHaveBeenCalled();
  });

  it.each([
    [null, 'WebGPU is not available here'],
    [undefined, 'WebGPU is not available here'],
    [entry(null).gpu, 'WebGPU found no adapter'],
    [entry({ isFallbackAdapter: true }).gpu, 'the only adapter is software (google swiftshader)'],
  ])('where WebGPU cannot be had, and says why: %#', async (gpu, reason) => {
    const compute = await openBackend('auto', gpu, false);
    expect(compute).toMatchObject({ kind: 'cpu', reason });
  });

  it('where the adapter gives no device', async () => {
    const { gpu, requestDevice } = entry();
    requestDevice.mockRejectedValue(new Error('it is in use'));
    const reason = 'the adapter google swiftshader gave no device (it is in use)';
    expect(await openBackend('auto', gpu, true)).toMatchObject({ kind: 'cpu', reason });
    await expect(openBackend('webgpu', gpu, true)).rejects.toThrow(
      new InputError(`backend webgpu cannot be had: ${reason}; use auto or cpu`),
    );
  });
});

describe('WebGPU is opened', () => {
  it.each([
    // An adapter that runs on the CPU serves whoever accepts it, or asks for WebGPU by name.
    ['auto', false, false],
    ['auto', true, true],
    ['webgpu', true, false],
    ['webgpu', true, true],
  ] as const)(
    'as %s, of software: %j, which is accepted: %j',
    async (choice, isSoftware, accept) => {
      const { gpu, device, adapter } = entry({ isFallbackAdapter: isSoftware });
      const compute = await openBackend(choice, gpu, accept);
      expect(compute).toMatchObject({
        kind: 'webgpu',
        adapter: 'google swiftshader',
        reason: 'found the adapter google swiftshader',
        timer: 'wall clock',
        largestBuffer: 2 ** 30,
      });
      expect(compute.gpu?.device).toBe(device);
      expect(compute.gpu?.adapter).toBe(adapter);
    },
  );

  it.each([
    [[], []],
    [['timestamp-query', 'shader-f16'], ['timestamp-query']],
  ])('with what of %j it uses, and buffers as large as the adapter has', async (has, wanted) => {
    const { gpu, requestAdapter, requestDevice } = entry({}, has);
    await openBackend('auto', gpu, true);
    expect(requestAdapter).toHaveBeenCalledWith({ powerPreference: 'high-performance' });
    expect(requestDevice).toHaveBeenCalledWith({
      requiredFeatures: wanted,
      requiredLimits: limits,
    });
  });

  it.each([
    [{}, 'google swiftshader'],
    [{ description: 'Device 7', device: '0x7' }, 'google swiftshader Device 7'],
    [{ architecture: '', device: '0x7' }, 'google 0x7'],
    [{ vendor: '', architecture: '' }, 'of an unnamed vendor'],
  ])('by the name that its adapter %j has', async (changed, name) => {
    expect((await openBackend('auto', entry(changed).gpu, true)).adapter).toBe(name);
  });
});
