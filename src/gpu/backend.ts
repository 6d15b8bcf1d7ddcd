import type { Scope } from '../base/scope.ts';
import type { Element, Elements, Kernel } from './kernel.ts';

/** An array of numbers where the kernels can reach it; zero when made. */
export interface ComputeBuffer {
  readonly label: string;
  readonly element: Element;
  /** In elements. */
  readonly length: number;
  /** The buffer on the device, for a renderer that shares it; null on the CPU backend. */
  readonly gpu: GPUBuffer | null;
  /** Ends it. Work already under way that uses it must have been awaited. */
  destroy(): void;
}

export interface Dispatch {
  readonly kind: 'dispatch';
  readonly kernel: Kernel;
  readonly constants?: Readonly<Record<string, number>>;
  readonly uniforms: Readonly<Record<string, number>>;
  readonly buffers: Readonly<Record<string, ComputeBuffer>>;
  /** The grid, in invocations (not workgroups). */
  readonly grid: readonly [x: number, y?: number, z?: number];
  /** How many innermost iterations this is, so that long work can be cut into short submits. */
  readonly work: number;
}

export interface Copy {
  readonly kind: 'copy';
  readonly from: ComputeBuffer;
  readonly to: ComputeBuffer;
  /** In elements. */
  readonly fromOffset?: number;
  readonly toOffset?: number;
  readonly length?: number;
}

/** Brings a whole buffer back; `into` holds it when the `run` that contains this resolves. */
export interface Read {
  readonly kind: 'read';
  readonly from: ComputeBuffer;
  readonly into: Elements;
}

export type Command = Dispatch | Copy | Read;

/** Commands made ready to be run again and again without allocating on the device. */
export interface Recording {
  /** As they were recorded. */
  readonly commands: readonly Command[];
  /**
   * Writes these uniforms in every dispatch whose kernel has them, in place: a changed value records
   * and makes nothing. A run takes them as they are when it begins.
   *
   * @throws Error if a value is not finite, or no dispatch has such a uniform; nothing is written then
   */
  setUniforms(values: Readonly<Record<string, number>>): void;
  dispose(): void;
}

/** A backend as a scope sees it: what it makes is given back when the scope ends. */
export interface ScopedBackend {
  createBuffer(label: string, element: Element, length: number): ComputeBuffer;
  record(commands: readonly Command[]): Recording;
  /** A place for recordings that are made when they are asked for; it holds so many at most. */
  cacheRecordings(most: number): RecordingCache;
}

export interface RecordingCache {
  /**
   * The recording of this key, or a new one; then the one that was not asked for the longest may
   * be given back.
   *
   * @param key what the commands depend on; keys are the same where all their parts are
   */
  get(key: readonly unknown[], commands: () => readonly Command[]): Recording;
}

/** How a run is watched, and ended before its end. */
export interface RunOptions {
  /** Ends the run between two pieces of its work; a piece takes about 50 ms at most. */
  readonly signal?: AbortSignal;
  /** Told of the part of the work that is done, from 0 to 1, after each piece. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Where kernels run. Both implementations are asynchronous, so that nothing can lean on the CPU's
 * immediacy.
 *
 * Promised: the commands of a run take effect in order, each sees the writes of all before it, and
 * so does a run after a run. `run` resolves when the work is done and the reads have arrived, and
 * rejects when the device reports an error; with a `DeviceLostError` as soon as the device is lost,
 * whatever is in hand. A run that its signal ends rejects with the signal's
 * reason; what its commands have done by then stays, and none of the others takes effect.
 * Not promised: anything about the invocations within one dispatch. They run in any order or at
 * once, so a dispatch must not read what it writes; binding one buffer twice is refused.
 */
export interface Backend {
  readonly kind: 'webgpu' | 'cpu';
  /** The adapter's description, or null on the CPU. */
  readonly adapter: string | null;
  /** Why this backend was chosen, as a sentence for people. */
  readonly reason: string;
  /** What it runs on, for a renderer to share; null on the CPU. */
  readonly gpu: { readonly device: GPUDevice; readonly adapter: GPUAdapter } | null;

  /** The largest buffer that a kernel can be given, in bytes. */
  readonly largestBuffer: number;
  /**
   * How many invocations can hand each other values without shared memory, where the device can do
   * that and the number is one and the same for every kernel; otherwise null.
   */
  readonly subgroupSize: number | null;

  createBuffer(label: string, element: Element, length: number): ComputeBuffer;
  /** An array of the kind that `upload` and `read` take for this element. */
  createElements(element: Element, length: number): Elements;
  /** Writes `data` from `offset` (in elements) on; takes effect before any later run. */
  upload(buffer: ComputeBuffer, data: Elements, offset?: number): void;
  /** Makes a kernel ready with these constants. Must be awaited before it is recorded. */
  compile(kernel: Kernel, constants?: Readonly<Record<string, number>>): Promise<void>;
  record(commands: readonly Command[]): Recording;
  /** Makes what `scope` owns. */
  within(scope: Scope): ScopedBackend;
  run(recordings: readonly Recording[], options?: RunOptions): Promise<void>;

  /** Milliseconds that the last finished run spent computing, or null before the first. */
  readonly lastRunMs: number | null;
  /** `timestamp-query` where the device has it; `wall clock` is what waiting for it took. */
  readonly timer: 'timestamp-query' | 'wall clock';
  /**
   * How much `work` of this kernel fits in about `ms` milliseconds, by what was measured so far.
   * One dispatch should stay under 50 ms, so that no driver's watchdog takes the device and a page
   * can draw in between.
   */
  workWithin(kernel: Kernel, ms: number): number;
  /**
   * How long this much work of a kernel would take in so many dispatches, in milliseconds, by what
   * was measured so far; null before anything was.
   */
  estimateMs(kernel: Kernel, work: number, dispatches: number): number | null;

  /** Resolves with a sentence if the device is lost; stays pending when `dispose` ends it. */
  readonly lost: Promise<string>;
  dispose(): void;
}
