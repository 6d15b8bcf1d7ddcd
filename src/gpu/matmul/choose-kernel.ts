import type { Scope } from '../../base/scope.ts';
import { createScope } from '../../base/scope.ts';
import type { Backend } from '../backend.ts';
import { createMatmul, type MatmulShape } from './matmul.ts';
import type { ProductKernel } from './product-kernel.ts';
import { candidates } from './product-kernels.ts';

/** What a candidate took for a product of the same kind, in milliseconds. */
export interface Trial {
  readonly kernel: ProductKernel;
  readonly ms: number;
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
export function chooseKernel(compute: Backend, shape: MatmulShape): Promise<Choice> {
  const kinds = known.get(compute) ?? new Map<string, Promise<Choice>>();
  known.set(compute, kinds);
  const trial = trialShape(shape);
  const key = `${trial.m} ${trial.k} ${trial.n}`;
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

/** The shape with its sizes rounded to powers of two, and cut to what is quickly tried. */
function trialShape({ m, k, n }: MatmulShape): MatmulShape {
  const [rows, terms] = [m, k].map((size) => 2 ** Math.round(Math.log2(size)));
  // A narrow product has kernels made for its very width.
  const columns = n <= 16 ? n : 2 ** Math.round(Math.log2(n));
  const tried = { m: rows, k: terms, n: columns };
  while (tried.m * tried.k * tried.n > trialWork) {
    const longest = (['m', 'k', 'n'] as const).reduce((a, b) => (tried[b] > tried[a] ? b : a));
    // Of so much work the longest side is one of those that were rounded: it stays whole.
    tried[longest] /= 2;
  }
  return tried;
}

async function tryAll(compute: Backend, shape: MatmulShape): Promise<Choice> {
  const scope = createScope();
  try {
    return await tryIn(compute, scope, shape);
  } finally {
    scope.end();
  }
}

async function tryIn(compute: Backend, scope: Scope, shape: MatmulShape): Promise<Choice> {
  const matmul = createMatmul(compute, scope, shape);
  const { m, k, n } = shape;
  matmul.upload(new Float64Array(m * k).fill(1), new Float64Array(k * n).fill(1));
  const trials: Trial[] = [];
  for (const kernel of candidates(m, n)) {
    await compute.compile(kernel.kernel);
    let ms = Number.POSITIVE_INFINITY;
    // The first run also warms up.
    for (let run = 0; run <= trialRuns; run++) {
      await compute.run([matmul.multiply(kernel)]);
      ms = Math.min(ms, compute.lastRunMs ?? ms);
    }
    trials.push({ kernel, ms });
  }
  trials.sort((a, b) => a.ms - b.ms);
  return { best: trials[0].kernel, trials };
}
