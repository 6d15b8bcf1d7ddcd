import type { Backend } from '../../../gpu/backend.ts';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';

/** Whether a method is what its name says: without a GPU the CPU does what a GPU's kernel would. */
export const runsAsNamed = (method: MatmulMethod, { kind }: Pick<Backend, 'kind'>): boolean =>
  kind === 'webgpu' || !method.startsWith('gpu-');
