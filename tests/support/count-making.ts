import { vi } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';

/** Counts what a backend makes while `act` runs: buffers, bind groups, pipelines, and recordings. */
export async function countMaking(
  compute: Backend,
  act: () => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const device = compute.gpu?.device;
  const spies = {
    'compute.createBuffer': vi.spyOn(compute, 'createBuffer'),
    'compute.record': vi.spyOn(compute, 'record'),
    ...(device && {
      'device.createBuffer': vi.spyOn(device, 'createBuffer'),
      'device.createBindGroup': vi.spyOn(device, 'createBindGroup'),
      'device.createComputePipelineAsync': vi.spyOn(device, 'createComputePipelineAsync'),
    }),
  };
  try {
    await act();
    return Object.fromEntries(
      Object.entries(spies).map(([name, spy]) => [name, spy.mock.calls.length] as const),
    );
  } finally {
    for (const spy of Object.values(spies)) spy.mockRestore();
  }
}
