import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import type { Kernel } from './kernel.ts';

/**
 * Compares a kernel's declaration with what its WGSL says.
 *
 * @throws Error that names the kernel and the first difference
 */
export function checkKernel(kernel: Kernel): void {
  const wgsl = new WgslReflect(kernel.wgsl);
  const declared = {
    uniforms: Object.entries(kernel.uniforms).map(([name, type]) => `${name}: ${type}`),
    bindings: Object.entries(kernel.bindings).map(
      ([name, { access, element }], i) =>
        `@binding(${i + 1}) ${name}: array<${element === 'real' ? 'f32' : element}> ${access}`,
    ),
    constants: [...Object.keys(kernel.constants ?? {})].sort(),
  };
  const [uniform, ...others] = wgsl.uniforms;
  const written = {
    uniforms: (uniform?.members ?? []).map(({ name, type }) => `${name}: ${type.getTypeName()}`),
    bindings: [...wgsl.storage]
      .sort((a, b) => a.binding - b.binding)
      .map(
        (it) =>
          `@binding(${it.binding}) ${it.name}: array<${it.format?.getTypeName()}> ${it.access || 'read'}`,
      ),
    constants: wgsl.overrides
      .map((override) => override.name)
      .filter((name) => !name.startsWith('workgroup_size_'))
      .sort(),
  };
  if (others.length > 0) throw drift(kernel, 'uniform buffers', ['one'], [`${others.length + 1}`]);
  for (const part of ['uniforms', 'bindings', 'constants'] as const) {
    if (declared[part].join() !== written[part].join()) {
      throw drift(kernel, part, declared[part], written[part]);
    }
  }
}

function drift(kernel: Kernel, part: string, declared: string[], written: string[]): Error {
  const list = (items: string[]) => items.join(', ') || 'none';
  return new Error(
    `kernel “${kernel.name}”: its ${part} are declared as ${list(declared)}, its WGSL says ${list(written)}`,
  );
}
