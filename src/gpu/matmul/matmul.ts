import { InputError } from '../../base/input-error.ts';
import { runAtOnce } from '../../base/run-at-once.ts';
import type { Scope } from '../../base/scope.ts';
import { type ProductPart, wholeProduct } from '../../maths/matmul/product.ts';
import type { Backend, Command, ComputeBuffer, Recording, RunOptions } from '../backend.ts';
import type { Elements } from '../kernel.ts';
import { sendValues } from '../send-values.ts';
import { uploadValues } from '../upload-values.ts';
import { denseMatrix } from './matrix.ts';
import { packedRow } from './pack-matrix.ts';
import { packedOperands } from './packed-operands.ts';
import { productCommands } from './product-commands.ts';
import type { ProductKernel } from './product-kernel.ts';

export interface MatmulShape {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** Two matrices and their product where the kernels can reach them, in as many buffers as it takes. */
export interface Matmul {
  readonly shape: MatmulShape;
  /** How many pieces A, B and the product lie in. */
  readonly buffers: number;
  /** Takes the matrices over, row after row: A has m·k values, B has k·n. */
  upload(a: Float64Array, b: Float64Array): void;
  /** The same piece by piece, with the event loop in between. */
  send(a: Float64Array, b: Float64Array, options?: RunOptions): Promise<void>;
  /**
   * Fills the product, or adds a part of it, with a kernel that was compiled. A part whose terms do
   * not begin at 0 is added to what is there.
   */
  multiply(kernel: ProductKernel, part?: ProductPart): Recording;
  /** Brings the product back, for `collect`. */
  readonly fetch: Recording;
  /** Writes what was fetched row after row. */
  collect(into: Float64Array): void;
  /** Puts a product, or what there is of one, back to where parts are added to it. */
  resume(c: Float64Array): void;
  /** Waits until everything that was uploaded is there. */
  readonly arrive: Recording;
}

/** A rectangle of the product, with the rows of A and the columns of B that it comes from. */
interface Rectangle {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly a: ComputeBuffer;
  readonly b: ComputeBuffer;
  readonly product: ComputeBuffer;
  readonly fetched: Elements;
}

/**
 * Makes the buffers of a product. A matrix larger than a kernel can be given lies in several: A by
 * rows, B by columns.
 *
 * @throws InputError if a single row of A or column of B does not fit
 */
export function createMatmul(compute: Backend, scope: Scope, shape: MatmulShape): Matmul {
  const { m, k, n } = shape;
  const most = Math.floor(compute.largestBuffer / 4);
  if (k > most) {
    throw new InputError(
      `a row of A has ${k} values, and this GPU can be given ${most} at once; use a k of at most ${most}, or the cpu backend`,
    );
  }
  // Rows can be packed to a multiple of four values; what is packed has to fit as well.
  const columnsAtOnce = k * packedRow(n) <= most ? n : wholeFours(Math.floor(most / k));
  const rowLength = packedRow(k) <= most ? packedRow(k) : k;
  const rowsAtOnce = Math.min(m, Math.floor(most / rowLength), Math.floor(most / columnsAtOnce));
  const rowParts = ranges(m, rowsAtOnce);
  const columnParts = ranges(n, columnsAtOnce);
  const own = compute.within(scope);
  const made = (label: string, length: number) => own.createBuffer(label, 'real', length);
  const partsOfA = rowParts.map(([first, end]) => made(`A from row ${first}`, (end - first) * k));
  const partsOfB = columnParts.map(([first, end]) =>
    made(`B from column ${first}`, k * (end - first)),
  );
  const rectangles = rowParts.flatMap((rows, i) =>
    columnParts.map((columns, j): Rectangle => {
      const length = (rows[1] - rows[0]) * (columns[1] - columns[0]);
      const product = made(`product from row ${rows[0]} and column ${columns[0]}`, length);
      const fetched = compute.createElements('real', length);
      return { rows, columns, a: partsOfA[i], b: partsOfB[j], product, fetched };
    }),
  );
  const one = made('arrival', 1);

  const recordings = own.cacheRecordings(mostRecordings);
  function* uploads(a: Float64Array, b: Float64Array): Generator<number, void> {
    for (const [i, [first, end]] of rowParts.entries()) {
      yield* uploadValues(compute, partsOfA[i], a.subarray(first * k, end * k));
    }
    for (const [j, [first, end]] of columnParts.entries()) {
      yield* uploadValues(compute, partsOfB[j], columnsOf(b, k, n, first, end));
    }
  }

  /** Where rows of A or B were packed, for kernels that fetch several values at once. */
  const packed = new Map<ComputeBuffer, ComputeBuffer>();

  function commandsOf(
    { rows, columns, a, b, product }: Rectangle,
    kernel: ProductKernel,
    part: ProductPart,
    work: number,
  ): Command[] {
    const [height, width] = [rows[1] - rows[0], columns[1] - columns[0]];
    const inside = { rows: within(part.rows, rows), columns: within(part.columns, columns) };
    const given = {
      ...{ batches: 1, m: height, k, n: width },
      a: denseMatrix(a, k),
      b: denseMatrix(b, width),
      product: denseMatrix(product, width),
    };
    const ready = packedOperands(compute, kernel, given, (label, length) => {
      const from = label === 'packed A' ? a : b;
      const into = packed.get(from) ?? made(`packed ${from.label}`, length);
      packed.set(from, into);
      return into;
    });
    const pieces = productCommands(ready.matrices, kernel, { ...inside, terms: part.terms }, work);
    return pieces.length === 0 ? [] : [...ready.commands, ...pieces];
  }

  return {
    shape,
    buffers: partsOfA.length + partsOfB.length + rectangles.length,
    upload: (a, b) => runAtOnce(uploads(a, b)),
    send: (a, b, options) => sendValues(uploads(a, b), a.length + b.length, options),
    multiply(kernel, part = wholeProduct(shape)) {
      // A power of two, so that a measured speed rarely changes it.
      const work =
        2 ** Math.floor(Math.log2(Math.min(2 ** 50, compute.workWithin(kernel.kernel, 50))));
      const { rows, columns, terms } = part;
      return recordings.get([kernel, work, ...rows, ...columns, ...terms], () =>
        rectangles.flatMap((rectangle) => commandsOf(rectangle, kernel, part, work)),
      );
    },
    fetch: own.record(
      rectangles.map(({ product, fetched }) => ({ kind: 'read', from: product, into: fetched })),
    ),
    collect(into) {
      for (const { rows, columns, fetched } of rectangles) {
        const width = columns[1] - columns[0];
        if (width === n) {
          into.set(fetched, rows[0] * n);
          continue;
        }
        for (let i = rows[0]; i < rows[1]; i++) {
          const row = fetched.subarray((i - rows[0]) * width, (i - rows[0] + 1) * width);
          into.set(row, i * n + columns[0]);
        }
      }
    },
    resume(c) {
      for (const { rows, columns, product, fetched } of rectangles) {
        const width = columns[1] - columns[0];
        for (let i = rows[0]; i < rows[1]; i++) {
          const first = i * n + columns[0];
          fetched.set(c.subarray(first, first + width), (i - rows[0]) * width);
        }
        compute.upload(product, fetched);
      }
    },
    arrive: own.record([{ kind: 'copy', from: partsOfA[0], to: one, length: 1 }]),
  };
}

/** A scene that shows a product piece by piece asks for many. */
const mostRecordings = 64;

const wholeFours = (count: number) => (count < 4 ? count : count - (count % 4));

/** What two ranges share, counted from where the second begins; empty ranges end where they begin. */
function within(
  [first, end]: readonly [number, number],
  [least, most]: readonly [number, number],
): readonly [number, number] {
  const from = Math.max(first, least);
  return [from - least, Math.max(from, Math.min(end, most)) - least];
}

function ranges(count: number, step: number): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let first = 0; first < count; first += step) {
    found.push([first, Math.min(count, first + step)]);
  }
  return found;
}

function columnsOf(b: Float64Array, k: number, n: number, first: number, end: number) {
  if (first === 0 && end === n) return b;
  const columns = new Float64Array(k * (end - first));
  for (let t = 0; t < k; t++) {
    columns.set(b.subarray(t * n + first, t * n + end), t * (end - first));
  }
  return columns;
}
