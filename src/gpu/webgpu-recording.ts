import type { Command, Copy, Dispatch, Read, Recording } from './backend.ts';
import { checkCommand, checkUniforms } from './check-command.ts';
import type { Kernel } from './kernel.ts';
import type { Pipelines } from './webgpu-pipelines.ts';

/** A dispatch with everything on the device that it needs. */
export interface ReadyDispatch {
  readonly kind: 'dispatch';
  readonly kernel: Kernel;
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly uniformOffset: number;
  readonly workgroups: readonly [number, number, number];
  readonly work: number;
}

export type ReadyCommand = ReadyDispatch | Copy | Read;

export interface WebGpuRecording extends Recording {
  readonly ready: readonly ReadyCommand[];
  /** Uploads the uniforms that were set since the last run, if there are any. */
  begin(): void;
}

/** Writes all uniforms into one buffer, at dynamic offsets, and makes one bind group a set of buffers. */
export function recordWebGpu(
  device: GPUDevice,
  pipelines: Pipelines,
  commands: readonly Command[],
): WebGpuRecording {
  for (const command of commands) checkCommand(command);
  const dispatches = commands.filter((command) => command.kind === 'dispatch');
  const align = device.limits.minUniformBufferOffsetAlignment;
  const largest = Math.max(4, ...dispatches.map(({ kernel }) => uniformBytes(kernel)));
  const stride = Math.ceil(largest / align) * align;
  const uniformBuffer = device.createBuffer({
    label: 'uniforms',
    size: Math.max(1, dispatches.length) * stride,
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });
  const uniforms = new DataView(new ArrayBuffer(uniformBuffer.size));
  const bindGroups = new Map<string, GPUBindGroup>();
  const ids = new Map<object, number>();
  const id = (object: object) => ids.get(object) ?? ids.set(object, ids.size).size - 1;

  function makeReady(command: Dispatch, slot: number): ReadyDispatch {
    const { kernel, buffers, work } = command;
    const uniformOffset = slot * stride;
    writeUniforms(uniforms, uniformOffset, kernel, command.uniforms);
    const bound = Object.keys(kernel.bindings).map((name) => gpuBuffer(buffers[name]));
    const key = [kernel, ...bound].map(id).join();
    let bindGroup = bindGroups.get(key);
    if (!bindGroup) {
      const uniform = { buffer: uniformBuffer, size: Math.max(4, uniformBytes(kernel)) };
      bindGroup = device.createBindGroup({
        label: kernel.name,
        layout: pipelines.layout(kernel),
        entries: [uniform, ...bound.map((buffer) => ({ buffer }))].map((resource, binding) => ({
          binding,
          resource,
        })),
      });
      bindGroups.set(key, bindGroup);
    }
    return {
      kind: 'dispatch',
      kernel,
      pipeline: pipelines.get(kernel, command.constants ?? {}),
      bindGroup,
      uniformOffset,
      workgroups: workgroups(device, command),
      work,
    };
  }

  let slot = 0;
  const ready = commands.map((command) =>
    command.kind === 'dispatch' ? makeReady(command, slot++) : command,
  );
  const written: Record<string, number> = {};
  let isUploaded = false;
  return {
    commands,
    ready,
    setUniforms(values) {
      checkUniforms(commands, values);
      // Asked again for what it is, a steady state uploads nothing.
      if (Object.keys(values).every((name) => Object.is(written[name], values[name]))) return;
      Object.assign(written, values);
      dispatches.forEach(({ kernel }, i) => {
        writeUniforms(uniforms, i * stride, kernel, values);
      });
      isUploaded = false;
    },
    begin() {
      if (!isUploaded) device.queue.writeBuffer(uniformBuffer, 0, uniforms.buffer);
      isUploaded = true;
    },
    dispose: () => uniformBuffer.destroy(),
  };
}

export function gpuBuffer({ gpu, label }: { gpu: GPUBuffer | null; label: string }): GPUBuffer {
  if (!gpu) throw new Error(`buffer “${label}” belongs to another backend`);
  return gpu;
}

// A uniform struct's size is a multiple of its alignment; of scalars alone that is four bytes, but
// drivers round a binding up to sixteen.
const uniformBytes = (kernel: Kernel) => Math.ceil(Object.keys(kernel.uniforms).length / 4) * 16;

/** Writes those of a kernel's uniforms that `values` has. */
function writeUniforms(
  view: DataView,
  at: number,
  kernel: Kernel,
  values: Readonly<Record<string, number>>,
): void {
  let offset = at;
  for (const field in kernel.uniforms) {
    if (field in values) {
      const { type } = kernel.uniforms[field];
      if (type === 'f32') view.setFloat32(offset, values[field], true);
      else if (type === 'u32') view.setUint32(offset, values[field], true);
      else view.setInt32(offset, values[field], true);
    }
    offset += 4;
  }
}

function workgroups(device: GPUDevice, { kernel, grid }: Dispatch): [number, number, number] {
  const [x, y = 1, z = 1] = grid;
  const counts = [x, y, z].map((size, axis) => Math.ceil(size / kernel.workgroupSize[axis]));
  const most = device.limits.maxComputeWorkgroupsPerDimension;
  if (counts.some((count) => count > most)) {
    throw new Error(
      `kernel “${kernel.name}” over a grid of ${grid.join('x')} needs more than ${most} workgroups along an axis`,
    );
  }
  return counts as [number, number, number];
}
