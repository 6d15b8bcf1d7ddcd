import type { Backend } from '../../../gpu/backend.ts';
import type { MatmulShape } from '../../../gpu/matmul/matmul.ts';
import type { MethodReport } from './measure-ladder.ts';

/** What was measured on a backend last; it lasts as long as the backend. */
export interface LadderResults {
  readonly shape: MatmulShape;
  readonly reports: readonly MethodReport[];
}

const results = new WeakMap<Backend, LadderResults>();
const none: LadderResults = { shape: { m: 0, k: 0, n: 0 }, reports: [] };

export const ladderResults = (compute: Backend): LadderResults => results.get(compute) ?? none;

export function keepResults(compute: Backend, measured: LadderResults): void {
  results.set(compute, measured);
}
