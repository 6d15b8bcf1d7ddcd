import { Buffer, BufferUsage, type Renderer } from 'pixi.js';

/**
 * A pixi buffer that stands for a GPU buffer which the kernels own, so that pixi draws from what
 * they wrote. `_gpuData` is pixi's internal store (8.22); this is the only place that touches it,
 * and package.json pins pixi exactly. It can go when pixi offers to adopt a buffer.
 */
export function adoptGpuBuffer(renderer: Renderer, gpuBuffer: GPUBuffer): Buffer {
  // Without data pixi has nothing that it could upload over the kernels' results.
  const buffer = new Buffer({
    size: gpuBuffer.size,
    usage: BufferUsage.STORAGE,
    label: gpuBuffer.label,
  });
  // Otherwise pixi frees it after a minute without use.
  buffer.autoGarbageCollect = false;
  const known: Record<number, unknown> = Reflect.get(buffer, '_gpuData');
  known[renderer.uid] = { gpuBuffer, destroy: () => undefined };
  return buffer;
}
