import type { Backend } from '../gpu/backend.ts';
import { type BackendChoice, openBackend } from '../gpu/open-backend.ts';

/** Dawn must stay reachable for as long as its devices live, or Node crashes. */
let dawn: GPU | null = null;

/** Opens a backend in Node: WebGPU is Dawn's, where its package has a build for this machine. */
export async function openNodeBackend(choice: BackendChoice): Promise<Backend> {
  if (choice !== 'cpu') dawn ??= await loadDawn();
  return openBackend(choice, dawn, false);
}

async function loadDawn(): Promise<GPU | null> {
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    return create([]);
  } catch (error) {
    // An optional dependency: absent, or without a build for this machine.
    console.error(`notice: WebGPU does not load here (${(error as Error).message.split('\n')[0]})`);
    return null;
  }
}
