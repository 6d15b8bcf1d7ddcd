import type { Dispatch } from '../../src/gpu/backend.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import { createWebGpuBackend } from '../../src/gpu/webgpu-backend.ts';
import { type FakeDeviceOptions, fakeDevice } from './fake-device.ts';

/** A kernel that is given these fields, and does nothing. */
export const declareStretch = (
  name: string,
  fields: readonly ('u32' | 'f32' | 'i32')[] = ['u32', 'f32', 'i32'],
) =>
  declareKernel({
    name,
    body: 'fn main() {}',
    workgroupSize: [64, 2, 1],
    constants: { tile: { value: 8 } },
    uniforms: Object.fromEntries(fields.map((type, i) => [`field_${i}`, { type }])),
    bindings: {
      source: { access: 'read', element: 'f32' },
      result: { access: 'read_write', element: 'f32' },
    },
    cpu: () => undefined,
  });

/** A backend on a fake device, a kernel that is compiled for it, and two buffers. */
export async function openFakeBackend(
  options: FakeDeviceOptions = {},
  fields?: readonly ('u32' | 'f32' | 'i32')[],
) {
  const fake = fakeDevice(options);
  const adapter: GPUAdapter = Object.create(null);
  const compute = createWebGpuBackend({ device: fake.device, adapter }, 'the fake', 'the test');
  const kernel = declareStretch('stretch', fields);
  await compute.compile(kernel);
  const [a, b] = ['a', 'b'].map((label) => compute.createBuffer(label, 'f32', 100));
  const dispatch = (changed: Partial<Dispatch> = {}): Dispatch => ({
    kind: 'dispatch',
    kernel,
    uniforms: Object.fromEntries(Object.keys(kernel.uniforms).map((field, i) => [field, i + 1])),
    buffers: { source: a, result: b },
    grid: [100],
    work: 100,
    ...changed,
  });
  return { ...fake, compute, kernel, a, b, dispatch };
}
