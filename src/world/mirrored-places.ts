import type { Position } from '../components/position.ts';
import type { StructOfArrays } from '../components/struct-of-arrays.ts';
import type { MirroredField } from './create-mirror.ts';

type Places = StructOfArrays<typeof Position>;

/** All x, then all y, as the kernels have them; and where they were, for what moves. */
export const mirroredPlaces = (now: Places, before?: Places): readonly MirroredField[] =>
  (['x', 'y'] as const).map((axis) => ({
    now: now[axis],
    ...(before ? { before: before[axis] } : {}),
  }));
