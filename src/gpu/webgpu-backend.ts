import { InputError } from '../base/input-error.ts';
import type { Backend, ComputeBuffer } from './backend.ts';
import type { Element, Elements, Kernel } from './kernel.ts';
import { createPassTimer } from './pass-timer.ts';
import { scopedBackend } from './scoped-backend.ts';
import { createStagingPool } from './staging-pool.ts';
import { watchLoss } from './watch-loss.ts';
import { createPipelines } from './webgpu-pipelines.ts';
import {
  gpuBuffer,
  type ReadyCommand,
  recordWebGpu,
  type WebGpuRecording,
} from './webgpu-recording.ts';
import { followWork } from './work-follower.ts';

const submitMs = 50;
/** What setting up one dispatch costs, in innermost iterations. */
const dispatchWork = 2e4;
/**
 * Before anything was measured: the slowest kernel's speed on a software driver (shared tiles), in
 * innermost iterations a millisecond. On a faster one the pieces are small, and go many to a submit.
 */
const assumedWorkPerMs = 2.5e4;

/**
 * Runs kernels on a WebGPU device. Work is cut between dispatches into submits of about 50 ms by
 * what earlier runs took.
 *
 * @param gpu a device and the adapter it came from
 * @param adapter the adapter's description, for people
 * @param reason why this backend was chosen, as a sentence for people
 */
export function createWebGpuBackend(
  gpu: { readonly device: GPUDevice; readonly adapter: GPUAdapter },
  adapter: string,
  reason: string,
): Backend {
  const { device } = gpu;
  const loss = watchLoss(device);
  const pipelines = createPipelines(device);
  const staging = createStagingPool(device);
  const timer = createPassTimer(device);
  const times = new BigUint64Array(2);
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  const largestBuffer = Math.min(maxStorageBufferBindingSize, maxBufferSize);
  const workPerMs = new WeakMap<Kernel, number>();
  const failures: Promise<void>[] = [];
  let lastRunMs: number | null = null;
  let disposed = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** Turns errors of what `act` asks of the device into a rejection of the next run. */
  function watched<T>(what: string, act: () => T): T {
    device.pushErrorScope('out-of-memory');
    device.pushErrorScope('validation');
    try {
      return act();
    } finally {
      for (let scope = 0; scope < 2; scope++) {
        const failure = device.popErrorScope().then((error) => {
          if (error && !disposed) throw new Error(`${what}: ${error.message}`);
        });
        // Also handled here, so that a failure nobody runs into is not an unhandled rejection.
        failure.catch(() => undefined);
        failures.push(failure);
      }
    }
  }

  const rate = (kernel: Kernel) => workPerMs.get(kernel) ?? assumedWorkPerMs;

  function estimateMs(command: ReadyCommand): number {
    return command.kind === 'dispatch' ? (command.work + dispatchWork) / rate(command.kernel) : 0;
  }

  /** Submits the commands from `first` on that fit, and waits for them. */
  async function submitFrom(commands: readonly ReadyCommand[], first: number): Promise<number> {
    let end = first;
    let expectedMs = 0;
    while (end < commands.length) {
      expectedMs += estimateMs(commands[end]);
      if (end > first && expectedMs > submitMs) break;
      end += 1;
    }
    const chunk = commands.slice(first, end);
    const begun = performance.now();
    const arrivals = watched('a submit', () => encode(chunk));
    await loss.unlessLost(Promise.all([...arrivals, ...failures.splice(0)]));
    if (arrivals.length === 0) await loss.unlessLost(device.queue.onSubmittedWorkDone());
    const ms = chunk.some(({ kind }) => kind === 'dispatch')
      ? timer
        ? Number(times[1] - times[0]) / 1e6
        : performance.now() - begun
      : 0;
    learn(chunk, ms);
    busyMs += ms;
    return end;
  }
  let busyMs = 0;

  function encode(chunk: readonly ReadyCommand[]): Promise<void>[] {
    const encoder = device.createCommandEncoder();
    const reads: [GPUBuffer, Parameters<typeof staging.fetch>[1]][] = [];
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

  /** Shares the time out by work; a chunk of one kernel teaches that kernel's speed. */
  function learn(chunk: readonly ReadyCommand[], ms: number): void {
    const kernels = new Set<Kernel>();
    let work = 0;
    for (const command of chunk) {
      if (command.kind !== 'dispatch') continue;
      kernels.add(command.kernel);
      work += command.work + dispatchWork;
    }
    // Below a quarter of a millisecond browsers round the clock away.
    if (kernels.size === 1 && ms > 0.25)
      for (const kernel of kernels) workPerMs.set(kernel, work / ms);
  }

  return {
    kind: 'webgpu',
    adapter,
    reason,
    gpu,
    timer: timer ? 'timestamp-query' : 'wall clock',
    lost: loss.lost,
    get lastRunMs() {
      return lastRunMs;
    },
    largestBuffer,
    createBuffer(label, element, length): ComputeBuffer {
      const bytes = Math.max(4, length * 4);
      if (bytes > largestBuffer) {
        throw new InputError(
          `“${label}” needs ${megabytes(bytes)}, more than the ${megabytes(largestBuffer)} this GPU can bind: use less of it, or the cpu backend`,
        );
      }
      const made = watched(`buffer “${label}”`, () =>
        device.createBuffer({
          label,
          size: bytes,
          usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
        }),
      );
      return { label, element, length, gpu: made, destroy: () => made.destroy() };
    },
    createElements,
    upload(buffer, data, offset = 0) {
      watched(`an upload to “${buffer.label}”`, () =>
        device.queue.writeBuffer(gpuBuffer(buffer), offset * 4, data),
      );
    },
    compile: (kernel, constants = {}) => loss.unlessLost(pipelines.compile(kernel, constants)),
    record: (commands) => watched('a recording', () => recordWebGpu(device, pipelines, commands)),
    within(scope) {
      return scopedBackend(this, scope);
    },
    run(recordings, options) {
      const work = queue.then(async () => {
        const commands = recordings.flatMap((recording) => {
          const { ready, begin } = recording as WebGpuRecording;
          watched('uniforms', begin);
          return ready;
        });
        const follower = followWork(commands, options);
        busyMs = 0;
        for (let next = 0; next < commands.length && !disposed; ) {
          follower.check();
          const end = await submitFrom(commands, next);
          for (const command of commands.slice(next, end)) {
            if (command.kind === 'dispatch') follower.done(command.work);
          }
          next = end;
        }
        lastRunMs = busyMs;
      });
      const result = work.catch(async (error: unknown) => {
        throw options?.signal?.aborted ? error : await loss.causeOf(error);
      });
      // A failed run is its caller's to handle; the next one still gets its turn.
      queue = result.catch(() => undefined);
      return result;
    },
    workWithin: (kernel, ms) => rate(kernel) * ms,
    estimateMs(kernel, work, dispatches) {
      const perMs = workPerMs.get(kernel);
      return perMs === undefined ? null : (work + dispatches * dispatchWork) / perMs;
    },
    dispose() {
      disposed = true;
      loss.end();
      staging.dispose();
      timer?.dispose();
      device.destroy();
    },
  };
}

function dispatch(pass: GPUComputePassEncoder, command: ReadyCommand): void {
  if (command.kind !== 'dispatch') return;
  pass.setPipeline(command.pipeline);
  pass.setBindGroup(0, command.bindGroup, [command.uniformOffset]);
  pass.dispatchWorkgroups(...command.workgroups);
}

const arrays = { real: Float32Array, f32: Float32Array, u32: Uint32Array, i32: Int32Array };
const createElements = (element: Element, length: number): Elements => new arrays[element](length);

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
