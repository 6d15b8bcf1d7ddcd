import { InputError } from '../../../base/input-error.ts';
import { quoted } from '../../../base/quoted.ts';
import { shorten } from '../../../base/shorten.ts';
import { formatTensor } from '../../../io/format-tensor.ts';
import type { ReadOptions } from '../../../io/read-options.ts';
import { readTensor } from '../../../io/read-tensor.ts';
import type { TextFile } from '../../../io/text-file.ts';
import type { Product } from '../../../maths/matmul/product.ts';
import { type MatmulMethod, matmulMethods } from '../../../systems/matmul/world.ts';
import { resolveValues } from '../../../world/resolve-values.ts';
import type { PreparedStudy } from '../../headless-side.ts';
import { parameters } from '../parameters.ts';
import { countNonFinite } from '../sim/count-non-finite.ts';
import { checkShape, operandsOf, shapeOf } from '../sim/operands.ts';
import { measureLadder } from '../studies/measure-ladder.ts';
import type { MatmulCall } from './call.ts';

type Operands = Omit<Product, 'c'>;

/** What is multiplied, and how `params` names it. */
interface Source {
  open(): Operands | Promise<Operands>;
  readonly params: Readonly<Record<string, unknown>>;
  /** What a person should know of how files were read. */
  readonly notices: readonly string[];
}

/** Checks a product before anything is computed. */
export async function prepareProduct(
  call: MatmulCall,
  reading: ReadOptions,
): Promise<PreparedStudy> {
  const { kernel } = call.values;
  const chosen = readMethods(call.options.method);
  const { a: filesOfA, b: filesOfB } = call.options;
  const isRead = filesOfA.length + filesOfB.length > 0;
  const source = isRead ? await fromFiles(call, reading) : fromValues(call);
  return {
    async run(compute, watch) {
      const operands = await source.open();
      const { m, k, n } = operands;
      const product: Product = { ...operands, c: new Float64Array(0) };
      const { a, b } = operands;
      const nonFinite = { a: await countNonFinite(a), b: await countNonFinite(b) };
      let first: Float64Array | null = null;
      const methods = await measureLadder(compute, chosen, product, {
        ...watch,
        kernel,
        onReport(_, c) {
          first ??= c;
        },
      });
      const data = first ?? new Float64Array(0);
      return {
        params: { ...source.params, method: chosen, kernel, m, k, n },
        keys: { shape: [m, k, n], methods, nonFinite },
        notices: [
          ...source.notices,
          ...(nonFinite.a + nonFinite.b > 0
            ? [
                `A has ${nonFinite.a} and B ${nonFinite.b} values that are NaN or infinite; they propagate as IEEE 754 says`,
              ]
            : []),
        ],
        output: (format) => formatTensor({ shape: [m, n], data }, format),
      };
    },
  };
}

function readMethods(text: string): MatmulMethod[] {
  if (text.trim() === 'all') return [...matmulMethods];
  const names = text.split(',').map((name) => name.trim());
  const chosen = names.map((name) => {
    const method = matmulMethods.find((it) => it === name);
    if (method) return method;
    throw new InputError(
      `--method takes all, or some of ${matmulMethods.join(', ')}, not ${quoted(name)}`,
    );
  });
  const twice = chosen.find((method, i) => chosen.indexOf(method) !== i);
  if (twice) throw new InputError(`--method names ${twice} twice; name each method once`);
  return chosen;
}

async function fromFiles(
  { values, options, given }: MatmulCall,
  reading: ReadOptions,
): Promise<Source> {
  const [fileA] = options.a;
  const [fileB] = options.b;
  if (!fileA || !fileB) {
    throw new InputError(`--${fileA ? 'a' : 'b'} stands alone; give both --a and --b`);
  }
  const filling = ['shape', 'preset', 'm', 'k', 'n', 'edits'] as const;
  const stray = filling.find((name) => given.has(name));
  if (stray) throw new InputError(`--${stray} fills A and B itself; leave it or --a and --b out`);
  const a = await readMatrixFile(fileA, reading);
  const b = await readMatrixFile(fileB, reading);
  const [[m, k], [rows, n]] = [a.shape, b.shape];
  if (k !== rows) {
    throw new InputError(
      `${shorten(fileA.name, 40)} is ${m}×${k} and ${shorten(fileB.name, 40)} is ${rows}×${n}: A needs as many columns (${k}) as B has rows (${rows})`,
    );
  }
  const shape = checkShape({ m, k, n });
  return {
    open: () => ({ ...shape, a: a.data, b: b.data }),
    params: { a: fileA.name, b: fileB.name, seed: values.seed },
    notices: [...a.notices, ...b.notices],
  };
}

async function readMatrixFile(file: TextFile, reading: ReadOptions) {
  const tensor = await readTensor(file, reading);
  if (tensor.shape.length === 2) return tensor;
  throw new InputError(
    `${shorten(file.name, 60)} has ${tensor.shape.length} axes; a matrix has two: give an array of rows`,
  );
}

function fromValues({ values: wanted, options, given }: MatmulCall): Source {
  const { shape } = options;
  const sized = (['m', 'k', 'n'] as const).find((name) => given.has(name));
  if (shape !== null && sized) {
    throw new InputError(`--shape and --${sized} say the same; leave one of them out`);
  }
  const sizes = shape === null ? {} : readShape3(shape);
  // A shape of one's own is filled from the seed.
  const preset = shape === null || given.has('preset') ? wanted.preset : 'random';
  const values = resolveValues(parameters, { ...wanted, ...sizes, preset });
  shapeOf(values);
  const { edits, seed } = wanted;
  return { open: () => operandsOf(values), params: { preset, edits, seed }, notices: [] };
}

function readShape3(text: string): Record<'m' | 'k' | 'n', number> {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length !== 3) {
    throw new InputError(`--shape takes three sizes m,k,n, not ${quoted(text)}`);
  }
  const [m, k, n] = parts.map((part, i) => {
    const size = part === '' ? Number.NaN : Number(part);
    if (Number.isInteger(size) && size >= 1) return size;
    throw new InputError(
      `--shape ${shorten(text, 40)}: ${'mkn'[i]} must be a whole number of at least 1, not ${quoted(part)}`,
    );
  });
  return { m, k, n };
}
