import type { Scope } from '../../base/scope.ts';
import { createScope } from '../../base/scope.ts';
import { wholeProduct } from '../../maths/matmul/product.ts';
import type { Backend, Recording } from '../backend.ts';
import type { MatmulShape } from './matmul.ts';
import type { Matrix } from './matrix.ts';
import { packKernel } from './pack-matrix.ts';
import { packedOperands } from './packed-operands.ts';
import { productCommands } from './product-commands.ts';
import type { ProductKernel } from './product-kernel.ts';
import { candidates } from './product-kernels.ts';

/** What a candidate took for a product of the same kind, in milliseconds. */
export interface Trial {
  readonly kernel: ProductKernel;
  readonly ms: number;
}

/** Of a product, or of a batch of them, and which of its matrices lie column after column. */
export interface TrialShape extends MatmulShape {
  readonly batches?: number;
  readonly isColumnwise?: { readonly a: boolean; readonly b: boolean };
}

export interface Choice {
  readonly best: ProductKernel;
  /** Every candidate, the fastest first. */
  readonly trials: readonly Trial[];
}

/** What was measured lasts as long as its backend does. */
const known = new WeakMap<Backend, Map<string, Promise<Choice>>>();

/**
 * Finds the kernel that this adapter runs fastest for a shape, by running them all on a product of
 * the same kind; asked again for a shape of that kind, it remembers.
 *
 * On a software driver a shared tile costs more than it saves, on a discrete GPU it is the other way
 * round: so nothing is guessed.
 */
export function chooseKernel(compute: Backend, shape: TrialShape): Promise<Choice> {
  const kinds = known.get(compute) ?? new Map<string, Promise<Choice>>();
  known.set(compute, kinds);
  const trial = trialShape(shape);
  const key = JSON.stringify(trial);
  let choice = kinds.get(key);
  if (!choice) {
    choice = tryAll(compute, trial);
    kinds.set(key, choice);
    // A choice that failed may be made another time.
    choice.catch(() => kinds.delete(key));
  }
  return choice;
}

const trialWork = 2 ** 24;
/** Each candidate is run this often; its fastest run counts, since noise only ever adds. */
const trialRuns = 3;
/** A candidate that takes so many times as long as the best so far is not run again. */
const hopeless = 3;

/** The shape with its sizes rounded to powers of two, and cut to what is quickly tried. */
function trialShape({ m, k, n, batches = 1, isColumnwise = rowwise }: TrialShape): Trials {
  const [rows, terms] = [m, k].map((size) => 2 ** Math.round(Math.log2(size)));
  // A narrow product has kernels made for its very width.
  const columns = n <= 16 ? n : 2 ** Math.round(Math.log2(n));
  const tried = { m: rows, k: terms, n: columns };
  while (tried.m * tried.k * tried.n > trialWork) {
    const longest = (['m', 'k', 'n'] as const).reduce((a, b) => (tried[b] > tried[a] ? b : a));
    // Of so much work the longest side is one of those that were rounded: it stays whole.
    tried[longest] /= 2;
  }
  // As many of a batch as that is work for.
  const most = Math.max(1, Math.floor(trialWork / (tried.m * tried.k * tried.n)));
  return { ...tried, batches: Math.min(2 ** Math.round(Math.log2(batches)), most), isColumnwise };
}

type Trials = Required<TrialShape>;
const rowwise = { a: false, b: false };

async function tryAll(compute: Backend, shape: Trials): Promise<Choice> {
  const scope = createScope();
  try {
    return await tryIn(compute, scope, shape);
  } finally {
    scope.end();
  }
}

async function tryIn(compute: Backend, scope: Scope, shape: Trials): Promise<Choice> {
  const { m, k, n, batches, isColumnwise } = shape;
  const own = compute.within(scope);
  const made = (label: string, length: number) => own.createBuffer(label, 'real', length);
  const matrix = (label: string, rows: number, columns: number, turned: boolean): Matrix => {
    const buffer = made(`tried ${label}`, batches * rows * columns);
    const [row, column] = turned ? [1, rows] : [columns, 1];
    return { buffer, batch: rows * columns, row, column };
  };
  const a = matrix('A', m, k, isColumnwise.a);
  const b = matrix('B', k, n, isColumnwise.b);
  for (const { buffer } of [a, b]) {
    const ones = compute.createElements('real', buffer.length).fill(1);
    compute.upload(buffer, ones);
  }
  const given = { batches, m, k, n, a, b, product: matrix('product', m, n, false) };
  const tried: { kernel: ProductKernel; recording: Recording; ms: number }[] = [];
  await compute.compile(packKernel);
  for (const kernel of candidates(m, n, compute.subgroupSize)) {
    await compute.compile(kernel.kernel);
    const ready = packedOperands(compute, kernel, given, made);
    const pieces = productCommands(ready.matrices, kernel, wholeProduct(shape), trialWork);
    const recording = own.record([...ready.commands, ...pieces]);
    tried.push({ kernel, recording, ms: Number.POSITIVE_INFINITY });
  }
  let best = Number.POSITIVE_INFINITY;
  // In rounds, so that what else the machine does meets all of them. The first run also warms up.
  for (let round = 0; round <= trialRuns; round++) {
    for (const trial of tried) {
      if (round > 1 && trial.ms > hopeless * best) continue;
      await compute.run([trial.recording]);
      trial.ms = Math.min(trial.ms, compute.lastRunMs ?? trial.ms);
    }
    best = Math.min(...tried.map(({ ms }) => ms));
  }
  const trials = tried.map(({ kernel, ms }): Trial => ({ kernel, ms }));
  trials.sort((a, b) => a.ms - b.ms);
  return { best: trials[0].kernel, trials };
}
