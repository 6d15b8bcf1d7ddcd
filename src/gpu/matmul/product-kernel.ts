import type { CpuInvocations, Kernel } from '../kernel.ts';
import part from './part.wgsl?raw';

/** A kernel that fills a part of a product; see `part.wgsl` for what a part is. */
export interface ProductKernel {
  /** For people: “registers 4×8”. */
  readonly label: string;
  /** The WGSL file that it is specialised from: “tall-skinny”. */
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
  readonly wgsl: string;
  readonly workgroupSize: readonly [number, number, number];
  /** The cells that one invocation fills. */
  readonly rowsEach: number;
  readonly columnsEach: number;
}

/**
 * Declares a product kernel. In a specialised one `const rows_each` and `const columns_each` of the
 * WGSL are set to the shape's; the rest of the source stays as it is.
 */
export function productKernel(shape: ProductKernelShape): ProductKernel {
  const { name, label, source, workgroupSize, rowsEach, columnsEach } = shape;
  const [sideX, sideY] = workgroupSize;
  return {
    label,
    source,
    group: { rows: rowsEach * sideY, columns: columnsEach * sideX },
    kernel: {
      name,
      wgsl: `${specialise(shape.wgsl, { rows_each: rowsEach, columns_each: columnsEach })}\n${part}`,
      workgroupSize,
      uniforms: {
        rows: 'u32',
        terms: 'u32',
        columns: 'u32',
        first_row: 'u32',
        end_row: 'u32',
        first_column: 'u32',
        end_column: 'u32',
        first_term: 'u32',
        end_term: 'u32',
      },
      bindings: {
        a: { access: 'read', element: 'real' },
        b: { access: 'read', element: 'real' },
        product: { access: 'read_write', element: 'real' },
      },
      cpu: (invocations) => fillCells(invocations, rowsEach, columnsEach),
    },
    grid: (rows, columns) => [
      wholeGroups(columns, columnsEach, sideX),
      wholeGroups(rows, rowsEach, sideY),
    ],
  };
}

const wholeGroups = (cells: number, each: number, side: number) =>
  Math.ceil(cells / (each * side)) * side;

function specialise(wgsl: string, constants: Readonly<Record<string, number>>): string {
  return Object.entries(constants).reduce(
    (text, [name, value]) =>
      text.replace(
        new RegExp(`(const ${name} = )\\d+u;`),
        (_, declared) => `${declared}${value}u;`,
      ),
    wgsl,
  );
}

/** The same in f64: each invocation sums its cells one after another. */
function fillCells(
  { first, last, grid, uniforms, buffers }: CpuInvocations,
  rowsEach: number,
  columnsEach: number,
): void {
  const { a, b, product } = buffers;
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
