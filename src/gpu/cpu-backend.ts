import { nextTask } from '../base/next-task.ts';
import type { Backend, Command, ComputeBuffer } from './backend.ts';
import { type CpuRecording, recordCpu } from './cpu-recording.ts';
import type { Element, Elements, Kernel } from './kernel.ts';
import { runDispatch, sliceMs } from './run-dispatch.ts';
import { createTurns } from './run-in-turn.ts';
import { scopedBackend } from './scoped-backend.ts';
import { followWork, type WorkFollower } from './work-follower.ts';

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
  const inTurn = createTurns();

  function stored(buffer: ComputeBuffer): Elements {
    const elements = contents.get(buffer);
    if (!elements) throw new Error(`buffer “${buffer.label}” was destroyed`);
    return elements;
  }

  async function execute(command: Command, follower: WorkFollower): Promise<number> {
    if (command.kind === 'dispatch') return runDispatch(command, stored, measured, follower);
    if (command.kind === 'read') {
      command.into.set(stored(command.from));
      return 0;
    }
    const { from, to, fromOffset = 0, toOffset = 0, length = from.length } = command;
    stored(to).set(stored(from).subarray(fromOffset, fromOffset + length), toOffset);
    return 0;
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
    subgroupSize: null,
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
    run: (recordings, options) =>
      inTurn(async () => {
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
      }),
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
