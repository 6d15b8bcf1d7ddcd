import { multiplyBroadcast } from '../../../maths/matmul/multiply-broadcast.ts';
import { multiplyDot } from '../../../maths/matmul/multiply-dot.ts';
import { multiplyLoops } from '../../../maths/matmul/multiply-loops.ts';
import type { Multiply } from '../../../maths/matmul/product.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';

/** The methods that are plain TypeScript, wherever the kernels run. */
export const scriptMethods: Partial<Readonly<Record<MatmulMethod, Multiply>>> = {
  loops: multiplyLoops,
  dot: multiplyDot,
  broadcast: multiplyBroadcast,
};
