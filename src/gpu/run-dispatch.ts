import { nextTask } from '../base/next-task.ts';
import type { ComputeBuffer, Dispatch } from './backend.ts';
import { constantValues } from './constant-values.ts';
import type { Elements, Kernel } from './kernel.ts';
import type { WorkFollower } from './work-follower.ts';

/** So long a page waits at most. */
export const sliceMs = 12;

/**
 * Runs a dispatch in slices, as long as earlier ones let expect.
 *
 * @param measured each kernel's speed, in work a millisecond; what this one takes is added
 * @returns how long the kernel ran, in milliseconds
 */
export async function runDispatch(
  command: Dispatch,
  stored: (buffer: ComputeBuffer) => Elements,
  measured: WeakMap<Kernel, number>,
  follower: WorkFollower,
): Promise<number> {
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
