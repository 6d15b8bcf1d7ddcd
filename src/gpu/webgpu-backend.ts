import { InputError } from '../base/input-error.ts';
import type { Backend, ComputeBuffer } from './backend.ts';
import type { Element, Elements } from './kernel.ts';
import { createPassTimer } from './pass-timer.ts';
import { createTurns } from './run-in-turn.ts';
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
  const { limits } = device;
  const largestBuffer = Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize);
  const rates = createWorkRates();
  const errors = watchErrors(device);
  const { watched } = errors;
  let lastRunMs: number | null = null;
  let disposed = false;
  const inTurn = createTurns();

  /** Submits the commands from `first` on that fit, and waits for them. */
  async function submitFrom(commands: readonly ReadyCommand[], first: number): Promise<number> {
    const end = endOfSubmit(commands, first, rates.expectedMs);
    const chunk = commands.slice(first, end);
    const begun = performance.now();
    const arrivals = watched('a submit', () =>
      submitCommands({ device, staging, timer, times }, chunk),
    );
    await loss.unlessLost(Promise.all([...arrivals, ...errors.failures()]));
    if (arrivals.length === 0) await loss.unlessLost(device.queue.onSubmittedWorkDone());
    const measured = timer ? Number(times[1] - times[0]) / 1e6 : performance.now() - begun;
    const ms = chunk.some(({ kind }) => kind === 'dispatch') ? measured : 0;
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
    subgroupSize: subgroupSizeOf(gpu),
    createBuffer(label, element, length): ComputeBuffer {
      const made = watched(`buffer “${label}”`, () =>
        makeBuffer(device, label, Math.max(4, length * 4), largestBuffer),
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
      const work = inTurn(async () => {
        const begun = recordings as readonly WebGpuRecording[];
        watched('uniforms', () => {
          for (const { begin } of begun) begin();
        });
        const commands = begun.flatMap(({ ready }) => ready);
        const follower = followWork(commands, options);
        busyMs = 0;
        for (let next = 0; next < commands.length && !disposed; ) {
          follower.check();
          const end = await submitFrom(commands, next);
          for (const work of worksOf(commands.slice(next, end))) follower.done(work);
          next = end;
        }
        lastRunMs = busyMs;
      });
      return work.catch(async (error: unknown) => {
        throw options?.signal?.aborted ? error : await loss.causeOf(error);
      });
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

function subgroupSizeOf({ device, adapter }: { device: GPUDevice; adapter: GPUAdapter }) {
  if (!device.features.has('subgroups')) return null;
  const { subgroupMinSize: least = 0, subgroupMaxSize: most } = adapter.info;
  return least > 0 && least === most ? least : null;
}

/** Where a submit ends that begins with a command: before what would make it too long. */
function endOfSubmit(
  commands: readonly ReadyCommand[],
  first: number,
  expectedMs: (command: ReadyCommand) => number,
): number {
  let end = first;
  let ms = 0;
  while (end < commands.length) {
    ms += expectedMs(commands[end]);
    if (end > first && ms > submitMs) break;
    end += 1;
  }
  return end;
}

const worksOf = (commands: readonly ReadyCommand[]) =>
  commands.flatMap((it) => (it.kind === 'dispatch' ? [it.work] : []));

/** @throws InputError for more bytes than a kernel can be given */
function makeBuffer(device: GPUDevice, label: string, bytes: number, most: number): GPUBuffer {
  if (bytes > most) {
    throw new InputError(
      `“${label}” needs ${megabytes(bytes)}, more than the ${megabytes(most)} this GPU can bind: use less of it, or the cpu backend`,
    );
  }
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  return device.createBuffer({ label, size: bytes, usage });
}

const arrays = { real: Float32Array, f32: Float32Array, u32: Uint32Array, i32: Int32Array };
const createElements = (element: Element, length: number): Elements => new arrays[element](length);

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;
