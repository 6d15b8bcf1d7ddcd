import { InputError } from '../base/input-error.ts';
import type { Backend } from '../gpu/backend.ts';
import { createCpuBackend } from '../gpu/cpu-backend.ts';
import { type BackendChoice, openBackend } from '../gpu/open-backend.ts';

/** Dawn must stay reachable for as long as its devices live, or Node crashes. */
let dawn: GPU | null = null;

/**
 * Opens a backend in Node: WebGPU is Dawn's, where its package has a build for this machine.
 *
 * @throws InputError if WebGPU was asked for by name and cannot be had
 */
export async function openNodeBackend(choice: BackendChoice): Promise<Backend> {
  if (choice === 'cpu') return openBackend(choice, null, false);
  const found = dawn ?? (await loadDawn());
  if (typeof found !== 'string') {
    dawn = found;
    return openBackend(choice, dawn, false);
  }
  if (choice === 'auto') return createCpuBackend(found);
  throw new InputError(`backend webgpu cannot be had: ${found}; use auto or cpu`);
}

/** @returns the entry to WebGPU, or why there is none */
async function loadDawn(): Promise<GPU | string> {
  if (!hasVulkanLoader()) return 'there is no Vulkan on this machine';
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    return create([]);
  } catch (error) {
    // An optional dependency: absent, or without a build for this machine.
    return `WebGPU does not load here (${(error as Error).message.split('\n')[0]})`;
  }
}

/**
 * Without Vulkan's loader Dawn finds nothing on Linux, and writes two lines about it past us to
 * stderr. Node's loader asks as Dawn would: what it finds and is no addon fails in another way.
 */
function hasVulkanLoader(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    process.dlopen({ exports: {} }, 'libvulkan.so.1');
    return true;
  } catch (error) {
    return !(error as Error).message.includes('cannot open shared object file');
  }
}
