/** What becomes of one axis of one operand. */
export interface BroadcastAxis {
  /** The operand's own size there; null where it has no such axis. */
  readonly size: number | null;
  /** It is read again and again along this axis: its stride is 0. */
  readonly stretched: boolean;
}

export type Broadcast =
  | {
      readonly shape: readonly number[];
      /** For each operand, an entry for each axis of the result. */
      readonly operands: readonly (readonly BroadcastAxis[])[];
    }
  /** The axis, counted in the longer shape, at which they do not fit. */
  | { readonly misfit: number };

/**
 * The rule of broadcasting, as NumPy and PyTorch have it: shapes are compared from the last axis
 * on; two sizes fit if they are equal or one of them is 1, and an axis that is missing counts as 1.
 */
export function broadcastShapes(...shapes: readonly (readonly number[])[]): Broadcast {
  const rank = Math.max(...shapes.map(({ length }) => length));
  const aligned = shapes.map((shape) => [
    ...new Array<null>(rank - shape.length).fill(null),
    ...shape,
  ]);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const sizes = new Set(aligned.map((operand) => operand[axis] ?? 1));
    sizes.delete(1);
    if (sizes.size > 1) return { misfit: axis };
    shape.push([...sizes][0] ?? 1);
  }
  const operands = aligned.map((operand) =>
    operand.map((size, axis) => ({ size, stretched: (size ?? 1) !== shape[axis] })),
  );
  return { shape, operands };
}
