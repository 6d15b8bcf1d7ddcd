import { InputError } from '../base/input-error.ts';
import type { Backend, ComputeBuffer } from './backend.ts';
import type { Element, Elements } from './kernel.ts';
import { createPassTimer } from './pass-timer.ts';
import { scopedBackend } from './scoped-backend.ts';
import { createStagingPool } from './staging-pool.ts';
import { submitCommands } from './submit-commands.ts';
import { watchErrors } from './watch-errors.ts';
import { watchLoss } from './watch-loss.ts';
import { createPipelines } from './webgpu-pipelines.ts';
import {
  gpuBuffer,
  type ReadyCommand,
  recordWebGpu,
  type WebGpuRecording,
} from './webgpu-recording.ts';
import { followWork } from './work-follower.ts';
import { createWorkRates } from './work-rates.ts';

const submitMs = 50;

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
  const rates = createWorkRates();
  const errors = watchErrors(device);
  const { watched } = errors;
  let lastRunMs: number | null = null;
  let disposed = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** Submits the commands from `first` on that fit, and waits for them. */
  async function submitFrom(commands: readonly ReadyCommand[], first: number): Promise<number> {
    let end = first;
    let expectedMs = 0;
    while (end < commands.length) {
      expectedMs += rates.expectedMs(commands[end]);
      if (end > first && expectedMs > submitMs) break;
      end += 1;
    }
    const chunk = commands.slice(first, end);
    const begun = performance.now();
    const arrivals = watched('a submit', () =>
      submitCommands({ device, staging, timer, times }, chunk),
    );
    await loss.unlessLost(Promise.all([...arrivals, ...errors.failures()]));
    if (arrivals.length === 0) await loss.unlessLost(device.queue.onSubmittedWorkDone());
    const ms = chunk.some(({ kind }) => kind === 'dispatch')
      ? timer
        ? Number(times[1] - times[0]) / 1e6
        : performance.now() - begun
      : 0;
    rates.learn(chunk, ms);
    busyMs += ms;
    return end;
  }
  let busyMs = 0;

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
    workWithin: rates.workWithin,
    estimateMs: rates.estimateMs,
    dispose() {
      disposed = true;
      errors.end();
      loss.end();
      staging.dispose();
      timer?.dispose();
      device.destroy();
    },
  };
}

const arrays = { real: Float32Array, f32: Float32Array, u32: Uint32Array, i32: Int32Array };
const createElements = (element: Element, length: number): Elements => new arrays[element](length);

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
