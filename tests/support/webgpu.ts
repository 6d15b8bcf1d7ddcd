/** Dawn for Node; must stay reachable as long as its devices live, or the process crashes. */
let dawn: GPU | null = null;

/** @returns the entry to WebGPU in this process, or null where the package does not serve it */
export async function openDawn(): Promise<GPU | null> {
  if (dawn) return dawn;
  try {
    const { create, globals } = await import('webgpu');
    Object.assign(globalThis, globals);
    dawn = create([]);
    return dawn;
  } catch (error) {
    console.error(`Dawn does not load here: ${(error as Error).message}`);
    return null;
  }
}
