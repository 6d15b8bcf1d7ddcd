import { declareKernel } from '../declare-kernel.ts';
import type { Constant, CpuInvocations, Kernel, SharedArray } from '../kernel.ts';
import places from './product-places.wgsl?raw';

/** A kernel that fills a part of a product; its uniforms say what a part is, and where matrices lie. */
export interface ProductKernel {
  /** For people: “registers 4×8”. */
  readonly label: string;
  /** The WGSL file of its body: “tall-skinny”. */
  readonly source: string;
  readonly kernel: Kernel;
  /** The cells that a workgroup fills. */
  readonly group: { readonly rows: number; readonly columns: number };
  /** How many values of a row are fetched at once: 4 asks that rows begin at a multiple of 4. */
  readonly lanes: 1 | 4;
  /** How many invocations along x and y fill so many cells. */
  grid(rows: number, columns: number): readonly [x: number, y: number];
}

export interface ProductKernelShape {
  readonly name: string;
  readonly label: string;
  readonly source: string;
  readonly body: string;
  readonly workgroupSize: readonly [number, number, number];
  /** The cells that one invocation fills. */
  readonly rowsEach: number;
  readonly columnsEach: number;
  readonly lanes?: 1 | 4;
  /** Whether the invocations of a subgroup hand each other values. */
  readonly subgroups?: boolean;
  readonly constants?: Readonly<Record<string, Constant>>;
  readonly shared?: Readonly<Record<string, SharedArray>>;
}

const range = 'The cells from the first row and column to before the end are filled,';
const ofTerms = 'by these terms of their sums; those before are in the product already.';
const apart = 'How far apart neighbours lie along each axis, in elements.';

/** Declares a product kernel. What all of them are given is declared here. */
export function productKernel(shape: ProductKernelShape): ProductKernel {
  const { label, source, workgroupSize, rowsEach, columnsEach, lanes = 1, ...own } = shape;
  const [sideX, sideY] = workgroupSize;
  return {
    label,
    source,
    lanes,
    group: { rows: rowsEach * sideY, columns: columnsEach * sideX },
    kernel: declareKernel({
      ...own,
      workgroupSize,
      uniforms: {
        rows: { type: 'u32', comment: 'A is rows×terms, B is terms×columns.' },
        terms: { type: 'u32' },
        columns: { type: 'u32' },
        a_batch: { type: 'u32', comment: apart },
        a_row: { type: 'u32' },
        a_term: { type: 'u32' },
        b_batch: { type: 'u32' },
        b_term: { type: 'u32' },
        b_column: { type: 'u32' },
        product_batch: { type: 'u32' },
        product_row: { type: 'u32' },
        product_column: { type: 'u32' },
        first_batch: { type: 'u32', comment: 'The first of as many products as z is deep.' },
        first_row: { type: 'u32', comment: range },
        end_row: { type: 'u32' },
        first_column: { type: 'u32' },
        end_column: { type: 'u32' },
        first_term: { type: 'u32', comment: ofTerms },
        end_term: { type: 'u32' },
      },
      bindings: {
        a: { access: 'read', element: 'real', lanes },
        b: { access: 'read', element: 'real', lanes },
        product: { access: 'read_write', element: 'real' },
      },
      sizes: {
        rows_each: { value: rowsEach, comment: 'The cells that one invocation fills.' },
        columns_each: { value: columnsEach },
      },
      library: places,
      cpu: fillCells,
    }),
    grid: (rows, columns) => [
      wholeGroups(columns, columnsEach, sideX),
      wholeGroups(rows, rowsEach, sideY),
    ],
  };
}

const wholeGroups = (cells: number, each: number, side: number) =>
  Math.ceil(cells / (each * side)) * side;

/** The same in f64: each invocation sums its cells one after another. */
function fillCells({ first, last, grid, uniforms, constants, buffers }: CpuInvocations): void {
  const { a, b, product } = buffers;
  const { rows_each: rowsEach, columns_each: columnsEach } = constants;
  const { a_term, b_term, end_row, end_column, first_term, end_term } = uniforms;
  const [across, down] = grid;
  for (let invocation = first; invocation < last; invocation++) {
    const batch = uniforms.first_batch + Math.floor(invocation / (across * down));
    const row = uniforms.first_row + (Math.floor(invocation / across) % down) * rowsEach;
    const column = uniforms.first_column + (invocation % across) * columnsEach;
    for (let i = row; i < Math.min(row + rowsEach, end_row); i++) {
      for (let j = column; j < Math.min(column + columnsEach, end_column); j++) {
        const cell = batch * uniforms.product_batch + i * uniforms.product_row;
        const at = cell + j * uniforms.product_column;
        const inA = batch * uniforms.a_batch + i * uniforms.a_row;
        const inB = batch * uniforms.b_batch + j * uniforms.b_column;
        let sum = first_term > 0 ? product[at] : 0;
        for (let t = first_term; t < end_term; t++)
          sum += a[inA + t * a_term] * b[inB + t * b_term];
        product[at] = sum;
      }
    }
  }
}
