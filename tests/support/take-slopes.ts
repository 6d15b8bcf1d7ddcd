import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createSlopes, type SlopesRequest } from '../../src/gpu/derivatives/slopes.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';

/** Values and slopes of a formula at these samples, over one distance or one for each. */
export async function takeSlopes(
  backend: Backend,
  text: string,
  samples: ArrayLike<number>,
  h: number | ArrayLike<number> = 1e-3,
  request: SlopesRequest = { scheme: 'forward' },
) {
  const scope = createScope();
  const slopes = createSlopes(backend, scope, samples);
  const f = parseExpression(text);
  slopes.setSpacing(h);
  await slopes.prepare(f, request);
  await backend.run([slopes.take(f, request), slopes.fetch]);
  scope.end();
  return slopes.fetched();
}
