/** Measures the compute passes of one submit with the device's own clock. */
export interface PassTimer {
  /** The timestamps of a pass: the submit's first pass begins, its last one ends. */
  writes(first: boolean, last: boolean): GPUComputePassTimestampWrites | undefined;
  resolve(encoder: GPUCommandEncoder, staging: GPUBuffer): void;
  readonly bytes: number;
  dispose(): void;
}

/** @returns null where the device has no `timestamp-query` */
export function createPassTimer(device: GPUDevice): PassTimer | null {
  if (!device.features.has('timestamp-query')) return null;
  const querySet = device.createQuerySet({ label: 'pass times', type: 'timestamp', count: 2 });
  const resolved = device.createBuffer({
    label: 'pass times',
    size: 16,
    usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC,
  });
  return {
    bytes: 16,
    writes(first, last) {
      if (!first && !last) return undefined;
      return {
        querySet,
        ...(first ? { beginningOfPassWriteIndex: 0 } : {}),
        ...(last ? { endOfPassWriteIndex: 1 } : {}),
      };
    },
    resolve(encoder, staging) {
      encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, 16);
    },
    dispose() {
      querySet.destroy();
      resolved.destroy();
    },
  };
}
