import type { Elements } from './kernel.ts';

/** Buffers through which data come back, kept by size and used again. */
export interface StagingPool {
  take(bytes: number): GPUBuffer;
  /** Copies what was mapped and gives the buffer back to the pool. */
  fetch(staging: GPUBuffer, into: Elements | BigUint64Array<ArrayBuffer>): Promise<void>;
  dispose(): void;
}

export function createStagingPool(device: GPUDevice): StagingPool {
  const free = new Map<number, GPUBuffer[]>();
  const all = new Set<GPUBuffer>();
  let disposed = false;
  return {
    take(bytes) {
      const kept = free.get(bytes)?.pop();
      if (kept) return kept;
      const made = device.createBuffer({
        label: `staging of ${bytes} bytes`,
        size: bytes,
        usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST,
      });
      all.add(made);
      return made;
    },
    async fetch(staging, into) {
      try {
        await staging.mapAsync(GPUMapMode.READ);
      } catch (error) {
        // Destroying a buffer while it is being mapped is how dispose ends a fetch.
        if ((error as DOMException).name !== 'AbortError') throw error;
        if (disposed) return;
        // Else only a lost device ends it, which then says why.
        await device.lost;
        throw error;
      }
      const mapped = staging.getMappedRange();
      new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(new Uint8Array(mapped));
      staging.unmap();
      const kept = free.get(staging.size);
      if (kept) kept.push(staging);
      else free.set(staging.size, [staging]);
    },
    dispose() {
      disposed = true;
      for (const buffer of all) buffer.destroy();
    },
  };
}
