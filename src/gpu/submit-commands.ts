import type { Elements } from './kernel.ts';
import type { PassTimer } from './pass-timer.ts';
import type { StagingPool } from './staging-pool.ts';
import { gpuBuffer, type ReadyCommand } from './webgpu-recording.ts';

export interface SubmitParts {
  readonly device: GPUDevice;
  readonly staging: StagingPool;
  /** Without one, nothing is measured on the device. */
  readonly timer: PassTimer | null;
  /** Where the timer's stamps are written: the first pass's begin, and the last one's end. */
  readonly times: BigUint64Array<ArrayBuffer>;
}

/**
 * Gives commands to the device in one submit; neighbouring dispatches share a pass.
 *
 * @returns what the commands read, each resolving when it is there
 */
export function submitCommands(
  { device, staging, timer, times }: SubmitParts,
  chunk: readonly ReadyCommand[],
): Promise<void>[] {
  const encoder = device.createCommandEncoder();
  const reads: [GPUBuffer, Elements | BigUint64Array<ArrayBuffer>][] = [];
  const dispatches = chunk.filter(({ kind }) => kind === 'dispatch').length;
  let dispatched = 0;
  let passes = 0;
  for (let i = 0; i < chunk.length; i++) {
    const command = chunk[i];
    if (command.kind === 'dispatch') {
      let run = i;
      while (run < chunk.length && chunk[run].kind === 'dispatch') run += 1;
      dispatched += run - i;
      const writes = timer?.writes(passes === 0, dispatched === dispatches);
      const pass = encoder.beginComputePass(writes ? { timestampWrites: writes } : {});
      for (; i < run; i++) dispatch(pass, chunk[i]);
      pass.end();
      passes += 1;
      i -= 1;
    } else if (command.kind === 'copy') {
      const { from, to, fromOffset = 0, toOffset = 0, length = from.length } = command;
      encoder.copyBufferToBuffer(
        gpuBuffer(from),
        fromOffset * 4,
        gpuBuffer(to),
        toOffset * 4,
        length * 4,
      );
    } else {
      const bytes = command.into.byteLength;
      const buffer = staging.take(bytes);
      encoder.copyBufferToBuffer(gpuBuffer(command.from), 0, buffer, 0, bytes);
      reads.push([buffer, command.into]);
    }
  }
  if (timer && passes > 0) {
    const buffer = staging.take(timer.bytes);
    timer.resolve(encoder, buffer);
    reads.push([buffer, times]);
  }
  device.queue.submit([encoder.finish()]);
  return reads.map(([buffer, into]) => staging.fetch(buffer, into));
}

function dispatch(pass: GPUComputePassEncoder, command: ReadyCommand): void {
  if (command.kind !== 'dispatch') return;
  pass.setPipeline(command.pipeline);
  pass.setBindGroup(0, command.bindGroup, [command.uniformOffset]);
  pass.dispatchWorkgroups(...command.workgroups);
}
