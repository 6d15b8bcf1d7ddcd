import { overrideValues } from './constant-values.ts';
import type { Kernel } from './kernel.ts';

export interface Pipelines {
  compile(kernel: Kernel, constants: Readonly<Record<string, number>>): Promise<void>;
  /** @throws Error if the kernel was not compiled with these constants */
  get(kernel: Kernel, constants: Readonly<Record<string, number>>): GPUComputePipeline;
  layout(kernel: Kernel): GPUBindGroupLayout;
}

/** Compiles each kernel once for each set of constants. */
export function createPipelines(device: GPUDevice): Pipelines {
  const pipelines = new Map<string, GPUComputePipeline>();
  const layouts = new Map<Kernel, GPUBindGroupLayout>();
  const modules = new Map<Kernel, GPUShaderModule>();
  const keys = new Map<Kernel, number>();

  function key(kernel: Kernel, constants: Readonly<Record<string, number>>): string {
    if (!keys.has(kernel)) keys.set(kernel, keys.size);
    return `${keys.get(kernel)} ${JSON.stringify(overrideValues(kernel, constants))}`;
  }

  function layout(kernel: Kernel): GPUBindGroupLayout {
    let made = layouts.get(kernel);
    if (!made) {
      made = device.createBindGroupLayout({ label: kernel.name, entries: layoutEntries(kernel) });
      layouts.set(kernel, made);
    }
    return made;
  }

  return {
    layout,
    async compile(kernel, constants) {
      const wanted = key(kernel, constants);
      if (pipelines.has(wanted)) return;
      let module = modules.get(kernel);
      if (!module) {
        module = device.createShaderModule({ label: kernel.name, code: kernel.wgsl });
        modules.set(kernel, module);
      }
      const pipeline = await device.createComputePipelineAsync({
        label: kernel.name,
        layout: device.createPipelineLayout({ bindGroupLayouts: [layout(kernel)] }),
        compute: { module, entryPoint: 'main', constants: overrideValues(kernel, constants) },
      });
      pipelines.set(wanted, pipeline);
    },
    get(kernel, constants) {
      const pipeline = pipelines.get(key(kernel, constants));
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
