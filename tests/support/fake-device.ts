import { vi } from 'vitest';

/** As the specification numbers them. */
const globals = {
  GPUBufferUsage: {
    MAP_READ: 1,
    MAP_WRITE: 2,
    COPY_SRC: 4,
    COPY_DST: 8,
    INDEX: 16,
    VERTEX: 32,
    UNIFORM: 64,
    STORAGE: 128,
    INDIRECT: 256,
    QUERY_RESOLVE: 512,
  },
  GPUMapMode: { READ: 1, WRITE: 2 },
  GPUShaderStage: { VERTEX: 1, FRAGMENT: 2, COMPUTE: 4 },
};

export interface FakeBuffer {
  readonly label: string;
  readonly size: number;
  readonly usage: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  isDestroyed: boolean;
}

export interface FakeDeviceOptions {
  readonly features?: readonly string[];
  readonly limits?: Readonly<Record<string, number>>;
}

/** A device that computes nothing, and keeps a log of what it was asked for. */
export function fakeDevice({ features = [], limits = {} }: FakeDeviceOptions = {}) {
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const log: (readonly [string, ...unknown[]])[] = [];
  const buffers: FakeBuffer[] = [];
  /** What the next error scopes give. */
  const scopes: (string | null)[] = [];
  const mapping: { fails: Error | null } = { fails: null };
  /** Nanoseconds that the next timestamps are apart. */
  const passes = { nanoseconds: 0n };
  let lose: (info: { reason: string; message: string }) => void = () => undefined;
  const lost = new Promise((resolve) => {
    lose = resolve;
  });
  const tell =
    (name: string) =>
    (...given: unknown[]) => {
      log.push([name, ...given]);
      return { made: name, of: given[0] };
    };

  function createBuffer({ label = '', size, usage }: GPUBufferDescriptor) {
    const bytes = new Uint8Array(size);
    const buffer = {
      label,
      size,
      usage,
      bytes,
      isDestroyed: false,
      destroy() {
        buffer.isDestroyed = true;
      },
      async mapAsync(mode: number) {
        log.push(['mapAsync', label, mode]);
        if (mapping.fails) throw mapping.fails;
      },
      getMappedRange: () => bytes.buffer,
      unmap: () => log.push(['unmap', label]),
    };
    buffers.push(buffer);
    return buffer;
  }
  const encoder = {
    beginComputePass(descriptor: unknown) {
      log.push(['beginComputePass', descriptor]);
      return Object.fromEntries(
        ['setPipeline', 'setBindGroup', 'dispatchWorkgroups', 'end'].map((it) => [it, tell(it)]),
      );
    },
    copyBufferToBuffer(from: FakeBuffer, at: number, to: FakeBuffer, toAt: number, size: number) {
      log.push(['copyBufferToBuffer', from.label, at, to.label, toAt, size]);
      to.bytes.set(from.bytes.subarray(at, at + size), toAt);
    },
    resolveQuerySet(_: unknown, first: number, count: number, to: FakeBuffer, at: number) {
      log.push(['resolveQuerySet', first, count, to.label, at]);
      new BigUint64Array(to.bytes.buffer).set([1000n, 1000n + passes.nanoseconds]);
    },
    finish: tell('finish'),
  };
  const device: GPUDevice = Object.assign(Object.create(null), {
    features: new Set(features),
    limits: {
      minUniformBufferOffsetAlignment: 256,
      maxComputeWorkgroupsPerDimension: 65_535,
      maxBufferSize: 2 ** 28,
      maxStorageBufferBindingSize: 2 ** 27,
      ...limits,
    },
    lost,
    createBuffer,
    createQuerySet: (descriptor: unknown) => {
      log.push(['createQuerySet', descriptor]);
      return { destroy: () => log.push(['destroy query set']) };
    },
    createShaderModule: tell('createShaderModule'),
    createBindGroupLayout: tell('createBindGroupLayout'),
    createPipelineLayout: tell('createPipelineLayout'),
    createBindGroup: tell('createBindGroup'),
    createComputePipelineAsync: async (descriptor: unknown) =>
      tell('createComputePipelineAsync')(descriptor),
    createCommandEncoder: () => encoder,
    pushErrorScope: tell('pushErrorScope'),
    popErrorScope: async () => {
      const message = scopes.shift();
      return message ? { message } : null;
    },
    destroy: tell('destroy'),
    queue: {
      submit: tell('submit'),
      onSubmittedWorkDone: async () => void log.push(['onSubmittedWorkDone']),
      writeBuffer(to: FakeBuffer, at: number, data: ArrayBuffer | ArrayBufferView<ArrayBuffer>) {
        const source = data instanceof ArrayBuffer ? data : data.buffer.slice(data.byteOffset);
        log.push(['writeBuffer', to.label, at, data.byteLength]);
        to.bytes.set(new Uint8Array(source, 0, data.byteLength), at);
      },
    },
  });
  /** What was asked for by these names, without them. */
  const asked = (name: string) => log.filter(([it]) => it === name).map(([, ...given]) => given);
  return { device, log, asked, buffers, scopes, mapping, passes, lose };
}
