/** A WGSL scalar type of four bytes. */
export type Scalar = 'f32' | 'u32' | 'i32';

/** What a buffer holds. `real` is f32 in WGSL and f64 on the CPU: the best that each can do. */
export type Element = Scalar | 'real';

export interface StorageBinding {
  readonly access: 'read' | 'read_write';
  readonly element: Element;
}

export type Elements =
  | Float32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Int32Array<ArrayBuffer>;

/** What a kernel's CPU implementation gets: a run of invocations, and the same inputs as the WGSL. */
export interface CpuInvocations {
  /** Linear indices [first, last) into the grid of invocations, x fastest. */
  readonly first: number;
  readonly last: number;
  /** The grid's size, in invocations. */
  readonly grid: readonly [number, number, number];
  readonly uniforms: Readonly<Record<string, number>>;
  readonly constants: Readonly<Record<string, number>>;
  readonly buffers: Readonly<Record<string, Elements>>;
}

/**
 * One pass of an algorithm, declared once for every backend.
 *
 * In the WGSL the uniforms are one struct at `@group(0) @binding(0)`, the storage buffers follow
 * from binding 1 in the order of `bindings`, the entry point is `main`, and the workgroup size is
 * the override constants `workgroup_size_x`, `_y`, `_z` (those it uses). `checkKernel` compares
 * this declaration with what the WGSL says when the kernel is compiled.
 */
export interface Kernel {
  readonly name: string;
  readonly wgsl: string;
  readonly workgroupSize: readonly [number, number, number];
  /** Fields of the uniform struct, in its order. */
  readonly uniforms: Readonly<Record<string, Scalar>>;
  readonly bindings: Readonly<Record<string, StorageBinding>>;
  /** Defaults of further override constants; a dispatch may give others. */
  readonly constants?: Readonly<Record<string, number>>;
  cpu(invocations: CpuInvocations): void;
}
