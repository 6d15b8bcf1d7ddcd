import { overrideValues } from './constant-values.ts';
import type { Kernel } from './kernel.ts';

export interface Pipelines {
  compile(kernel: Kernel, constants: Readonly<Record<string, number>>): Promise<void>;
  /** @throws Error if the kernel was not compiled with these constants */
  get(kernel: Kernel, constants: Readonly<Record<string, number>>): GPUComputePipeline;
  layout(kernel: Kernel): GPUBindGroupLayout;
}

interface Compiled {
  readonly module: GPUShaderModule;
  readonly layout: GPUBindGroupLayout;
  /** By the constants, as text. */
  readonly pipelines: Map<string, GPUComputePipeline>;
}

/** Compiles each kernel once for each set of constants, and keeps that for as long as the kernel lives. */
export function createPipelines(device: GPUDevice): Pipelines {
  const compiled = new WeakMap<Kernel, Compiled>();

  function of(kernel: Kernel): Compiled {
    let found = compiled.get(kernel);
    if (!found) {
      const label = kernel.name;
      found = {
        module: device.createShaderModule({ label, code: kernel.wgsl }),
        layout: device.createBindGroupLayout({ label, entries: layoutEntries(kernel) }),
        pipelines: new Map(),
      };
      compiled.set(kernel, found);
    }
    return found;
  }

  const keyOf = (kernel: Kernel, constants: Readonly<Record<string, number>>) =>
    JSON.stringify(overrideValues(kernel, constants));

  return {
    layout: (kernel) => of(kernel).layout,
    async compile(kernel, constants) {
      const { module, layout, pipelines } = of(kernel);
      const key = keyOf(kernel, constants);
      if (pipelines.has(key)) return;
      const pipeline = await device.createComputePipelineAsync({
        label: kernel.name,
        layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
        compute: { module, entryPoint: 'main', constants: overrideValues(kernel, constants) },
      });
      pipelines.set(key, pipeline);
    },
    get(kernel, constants) {
      const pipeline = of(kernel).pipelines.get(keyOf(kernel, constants));
      if (!pipeline) {
        throw new Error(
          `kernel “${kernel.name}” was recorded before it was compiled with ${JSON.stringify(constants)}`,
        );
      }
      return pipeline;
    },
  };
}

function layoutEntries(kernel: Kernel): GPUBindGroupLayoutEntry[] {
  const visibility = GPUShaderStage.COMPUTE;
  const storage = Object.values(kernel.bindings).map(
    ({ access }, i): GPUBindGroupLayoutEntry => ({
      binding: i + 1,
      visibility,
      buffer: { type: access === 'read' ? 'read-only-storage' : 'storage' },
    }),
  );
  return [
    { binding: 0, visibility, buffer: { type: 'uniform', hasDynamicOffset: true } },
    ...storage,
  ];
}
