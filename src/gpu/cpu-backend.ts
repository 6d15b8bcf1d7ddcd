import { nextTask } from '../base/next-task.ts';
import type { Backend, Command, ComputeBuffer, Dispatch } from './backend.ts';
import { constantValues } from './constant-values.ts';
import { type CpuRecording, recordCpu } from './cpu-recording.ts';
import type { Element, Elements, Kernel } from './kernel.ts';
import { scopedBackend } from './scoped-backend.ts';
import { followWork, type WorkFollower } from './work-follower.ts';

const sliceMs = 12;

/**
 * Runs the kernels' CPU implementations, in slices of a few milliseconds with the event loop in
 * between, so that a page stays alive during long work.
 *
 * @param reason why the CPU was chosen, as a sentence for people
 */
export function createCpuBackend(reason: string): Backend {
  const contents = new Map<ComputeBuffer, Elements>();
  const measured = new WeakMap<Kernel, number>();
  let lastRunMs: number | null = null;
  /** A run starts when the one before it is done. */
  let queue = Promise.resolve();

  function stored(buffer: ComputeBuffer): Elements {
    const elements = contents.get(buffer);
    if (!elements) throw new Error(`buffer “${buffer.label}” was destroyed`);
    return elements;
  }

  async function execute(command: Command, follower: WorkFollower): Promise<number> {
    if (command.kind === 'dispatch') return dispatch(command, follower);
    if (command.kind === 'read') {
      command.into.set(stored(command.from));
      return 0;
    }
    const { from, to, fromOffset = 0, toOffset = 0, length = from.length } = command;
    stored(to).set(stored(from).subarray(fromOffset, fromOffset + length), toOffset);
    return 0;
  }

  async function dispatch(command: Dispatch, follower: WorkFollower): Promise<number> {
    const { kernel, uniforms, work } = command;
    const [x, y = 1, z = 1] = command.grid;
    const total = x * y * z;
    const names = Object.keys(kernel.bindings);
    const invocations = {
      grid: [x, y, z] as const,
      uniforms,
      constants: constantValues(kernel, command.constants),
      buffers: Object.fromEntries(names.map((name) => [name, stored(command.buffers[name])])),
    };
    let busyMs = 0;
    for (let first = 0; first < total; ) {
      const perMs = measured.get(kernel) ?? 1e4;
      const count = Math.ceil((sliceMs * perMs * total) / Math.max(1, work));
      const last = Math.min(total, first + Math.max(1, count));
      const begun = performance.now();
      kernel.cpu({ ...invocations, first, last });
      const ms = performance.now() - begun;
      if (ms > 0.5) measured.set(kernel, (work * (last - first)) / total / ms);
      busyMs += ms;
      follower.done((work * (last - first)) / total);
      first = last;
      if (first < total) await nextTask();
      follower.check();
    }
    return busyMs;
  }

  return {
    kind: 'cpu',
    adapter: null,
    reason,
    gpu: null,
    timer: 'wall clock',
    lost: new Promise(() => undefined),
    get lastRunMs() {
      return lastRunMs;
    },
    largestBuffer: Number.POSITIVE_INFINITY,
    createBuffer(label, element, length) {
      const buffer: ComputeBuffer = {
        label,
        element,
        length,
        gpu: null,
        destroy: () => contents.delete(buffer),
      };
      contents.set(buffer, createElements(element, length));
      return buffer;
    },
    createElements,
    upload: (buffer, data, offset = 0) => stored(buffer).set(data, offset),
    compile: async () => undefined,
    record: recordCpu,
    within(scope) {
      return scopedBackend(this, scope);
    },
    run(recordings, options) {
      const result = queue.then(async () => {
        const commands = recordings.flatMap((recording) => {
          const { ready, begin } = recording as CpuRecording;
          begin();
          return ready;
        });
        const follower = followWork(commands, options);
        let busyMs = 0;
        let sinceTask = performance.now();
        for (const command of commands) {
          follower.check();
          busyMs += await execute(command, follower);
          if (performance.now() - sinceTask > sliceMs) {
            await nextTask();
            sinceTask = performance.now();
          }
        }
        lastRunMs = busyMs;
      });
      // A failed run is its caller's to handle; the next one still gets its turn.
      queue = result.catch(() => undefined);
      return result;
    },
    // It cuts its work into slices by itself.
    workWithin: () => Number.POSITIVE_INFINITY,
    estimateMs(kernel, work) {
      const perMs = measured.get(kernel);
      return perMs === undefined ? null : work / perMs;
    },
    dispose: () => contents.clear(),
  };
}

const arrays = { real: Float64Array, f32: Float32Array, u32: Uint32Array, i32: Int32Array };
const createElements = (element: Element, length: number): Elements => new arrays[element](length);
