import type { MatmulShape } from '../../../gpu/matmul/matmul.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';

/** What the lesson's notebook prints (fastai/course22p2, 01_matmul), in milliseconds. */
interface Published {
  readonly shape: MatmulShape;
  readonly ms: Partial<Readonly<Record<MatmulMethod, number>>>;
}

const published: readonly Published[] = [
  // Python's loops, torch.dot, broadcasting.
  { shape: { m: 5, k: 784, n: 10 }, ms: { loops: 421, dot: 0.481, broadcast: 0.0701 } },
  // Broadcasting and einsum on its CPU; numba's and torch's CUDA with the copies there and back.
  {
    shape: { m: 50_000, k: 784, n: 10 },
    ms: { broadcast: 663, einsum: 15.1, 'gpu-naive': 3.61, 'gpu-best': 0.458 },
  },
];

/** The lesson's own products, which it prints times for. */
export const lessonShapes: readonly MatmulShape[] = published.map(({ shape }) => shape);

export function publishedMs({ m, k, n }: MatmulShape, method: MatmulMethod): number | null {
  const found = published.find(({ shape }) => shape.m === m && shape.k === k && shape.n === n);
  return found?.ms[method] ?? null;
}
