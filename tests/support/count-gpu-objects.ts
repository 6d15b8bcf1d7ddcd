declare global {
  interface Window {
    /** Buffers, textures and query sets that were made and not destroyed. */
    liveGpuObjects?: Set<object>;
    /** How many were made so far. */
    gpuObjectsMade?: number;
  }
}

/** Runs in a page before anything else: from then on counts what is alive on the GPU. */
export function countGpuObjects(): void {
  const live = new Set<object>();
  window.liveGpuObjects = live;
  if (typeof GPUDevice === 'undefined') return;
  const { destroy: destroyBuffer } = GPUBuffer.prototype;
  const { destroy: destroyTexture } = GPUTexture.prototype;
  const { destroy: destroyQuerySet } = GPUQuerySet.prototype;
  GPUBuffer.prototype.destroy = function () {
    live.delete(this);
    return destroyBuffer.call(this);
  };
  GPUTexture.prototype.destroy = function () {
    live.delete(this);
    return destroyTexture.call(this);
  };
  GPUQuerySet.prototype.destroy = function () {
    live.delete(this);
    return destroyQuerySet.call(this);
  };
  const device = GPUDevice.prototype;
  const { createBuffer, createTexture, createQuerySet } = device;
  const counted = <T extends object>(made: T): T => {
    live.add(made);
    window.gpuObjectsMade = (window.gpuObjectsMade ?? 0) + 1;
    return made;
  };
  device.createBuffer = function (wanted) {
    return counted(createBuffer.call(this, wanted));
  };
  device.createTexture = function (wanted) {
    return counted(createTexture.call(this, wanted));
  };
  device.createQuerySet = function (wanted) {
    return counted(createQuerySet.call(this, wanted));
  };
}
