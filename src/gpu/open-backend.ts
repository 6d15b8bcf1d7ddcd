import { InputError } from '../base/input-error.ts';
import type { Backend } from './backend.ts';
import { createCpuBackend } from './cpu-backend.ts';
import { createWebGpuBackend } from './webgpu-backend.ts';

export type BackendChoice = 'auto' | 'webgpu' | 'cpu';

/**
 * Opens the backend that was asked for. `auto` takes WebGPU where it can and the CPU where it
 * cannot, and says why.
 *
 * @param gpu the entry to WebGPU: `navigator.gpu`, or Dawn's in Node; null or undefined where there
 *   is none
 * @param acceptSoftware whether `auto` takes an adapter that itself runs on the CPU: a page does
 *   (its canvas is drawn there too), the headless run does not (our own CPU code is faster)
 * @throws InputError if WebGPU was asked for by name and cannot be had
 */
export async function openBackend(
  choice: BackendChoice,
  gpu: GPU | null | undefined,
  acceptSoftware: boolean,
): Promise<Backend> {
  if (choice === 'cpu') return createCpuBackend('the CPU was asked for');
  const found = await findDevice(gpu, choice === 'webgpu' || acceptSoftware);
  if (typeof found !== 'string') {
    return createWebGpuBackend(found, found.name, `found the adapter ${found.name}`);
  }
  if (choice === 'auto') return createCpuBackend(found);
  throw new InputError(`backend webgpu cannot be had: ${found}; use auto or cpu`);
}

/** What is used where the adapter has it. */
const wanted: readonly GPUFeatureName[] = ['timestamp-query', 'subgroups'];

/** @returns the device, or why there is none */
async function findDevice(
  gpu: GPU | null | undefined,
  acceptSoftware: boolean,
): Promise<{ device: GPUDevice; adapter: GPUAdapter; name: string } | string> {
  if (!gpu) return 'WebGPU is not available here';
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return 'WebGPU found no adapter';
  const name = describeAdapter(adapter.info);
  if (adapter.info.isFallbackAdapter && !acceptSoftware)
    return `the only adapter is software (${name})`;
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  try {
    const device = await adapter.requestDevice({
      requiredFeatures: wanted.filter((feature) => adapter.features.has(feature)),
      requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
    });
    return { device, adapter, name };
  } catch (error) {
    return `the adapter ${name} gave no device (${(error as Error).message})`;
  }
}

function describeAdapter({ vendor, architecture, description, device }: GPUAdapterInfo): string {
  const words = [vendor, architecture, description || device].filter(Boolean);
  return words.join(' ') || 'of an unnamed vendor';
}
