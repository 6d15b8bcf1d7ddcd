/** A WGSL scalar type of four bytes. */
export type Scalar = 'f32' | 'u32' | 'i32';

/** What a buffer holds. `real` is f32 in WGSL and f64 on the CPU: the best that each can do. */
export type Element = Scalar | 'real';

/** A field of a kernel's uniforms. */
export interface UniformField {
  readonly type: Scalar;
  /** What it means; stands above it in the WGSL. */
  readonly comment?: string;
}

export interface StorageBinding {
  readonly access: 'read' | 'read_write';
  readonly element: Element;
  /** So many elements lie together in the WGSL, as a vector; 1 unless given. */
  readonly lanes?: 1 | 2 | 4;
  readonly comment?: string;
}

/** A whole number from 0 up that a pipeline is compiled with. */
export interface Constant {
  readonly value: number;
  readonly comment?: string;
}

/** Memory that the invocations of a workgroup share. */
export interface SharedArray {
  /** In f32, as WGSL: an expression of the kernel's constants and sizes. */
  readonly length: string;
  readonly comment?: string;
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
  /** The kernel's constants and sizes. */
  readonly constants: Readonly<Record<string, number>>;
  readonly buffers: Readonly<Record<string, Elements>>;
}

/** One pass of an algorithm, declared once for every backend; `declareKernel` makes a kernel of it. */
export interface KernelDeclaration {
  readonly name: string;
  readonly workgroupSize: readonly [number, number, number];
  /** In the WGSL the fields of `uniforms`, in this order. */
  readonly uniforms: Readonly<Record<string, UniformField>>;
  /** In the WGSL arrays by these names. */
  readonly bindings: Readonly<Record<string, StorageBinding>>;
  /** Constants that a dispatch may set; in the WGSL `override`s of type u32. */
  readonly constants?: Readonly<Record<string, Constant>>;
  /**
   * Constants of this very kernel: in the WGSL `const`s of type u32. For the sizes of arrays in
   * registers, where WGSL takes no `override`.
   */
  readonly sizes?: Readonly<Record<string, Constant>>;
  readonly shared?: Readonly<Record<string, SharedArray>>;
  /** Whether it needs subgroups, which not every device has. */
  readonly subgroups?: boolean;
  /** WGSL that the body builds on. */
  readonly library?: string;
  /**
   * WGSL: a comment that says what the kernel does, then `fn main`, then what it calls. Its
   * attributes and everything that is declared here are written for it.
   */
  readonly body: string;
  /** The same for the CPU. */
  cpu(invocations: CpuInvocations): void;
}

export interface Kernel extends KernelDeclaration {
  /** The whole module, as it is compiled and shown; the entry point is `main`. */
  readonly wgsl: string;
}
