import { declareKernel } from '../declare-kernel.ts';
import type { Constant, CpuInvocations, Kernel, SharedArray } from '../kernel.ts';

/** A kernel that fills a part of a product; its uniforms say what a part is. */
export interface ProductKernel {
  /** For people: “registers 4×8”. */
  readonly label: string;
  /** The WGSL file of its body: “tall-skinny”. */
  readonly source: string;
  readonly kernel: Kernel;
  /** The cells that a workgroup fills. */
  readonly group: { readonly rows: number; readonly columns: number };
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
  readonly constants?: Readonly<Record<string, Constant>>;
  readonly shared?: Readonly<Record<string, SharedArray>>;
}

/** Declares a product kernel. What all of them are given is declared here. */
export function productKernel(shape: ProductKernelShape): ProductKernel {
  const { label, source, workgroupSize, rowsEach, columnsEach, ...own } = shape;
  const [sideX, sideY] = workgroupSize;
  return {
    label,
    source,
    group: { rows: rowsEach * sideY, columns: columnsEach * sideX },
    kernel: declareKernel({
      ...own,
      workgroupSize,
      uniforms: {
        rows: { type: 'u32', comment: 'A is rows×terms, B is terms×columns.' },
        terms: { type: 'u32' },
        columns: { type: 'u32' },
        first_row: {
          type: 'u32',
          comment: 'The cells from the first row and column to before the end are filled,',
        },
        end_row: { type: 'u32' },
        first_column: { type: 'u32' },
        end_column: { type: 'u32' },
        first_term: {
          type: 'u32',
          comment: 'by these terms of their sums; those before are in the product already.',
        },
        end_term: { type: 'u32' },
      },
      bindings: {
        a: { access: 'read', element: 'real', comment: 'Matrices lie row after row.' },
        b: { access: 'read', element: 'real' },
        product: { access: 'read_write', element: 'real' },
      },
      sizes: {
        rows_each: { value: rowsEach, comment: 'The cells that one invocation fills.' },
        columns_each: { value: columnsEach },
      },
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
  const { terms, columns, end_row, end_column, first_term, end_term } = uniforms;
  for (let invocation = first; invocation < last; invocation++) {
    const row = uniforms.first_row + Math.floor(invocation / grid[0]) * rowsEach;
    const column = uniforms.first_column + (invocation % grid[0]) * columnsEach;
    for (let i = row; i < Math.min(row + rowsEach, end_row); i++) {
      for (let j = column; j < Math.min(column + columnsEach, end_column); j++) {
        let sum = first_term > 0 ? product[i * columns + j] : 0;
        for (let t = first_term; t < end_term; t++) sum += a[i * terms + t] * b[t * columns + j];
        product[i * columns + j] = sum;
      }
    }
  }
}
