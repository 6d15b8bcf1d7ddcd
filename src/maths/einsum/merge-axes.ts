import type { ContractionAxis } from './contraction.ts';

/**
 * The same places in the same order along as few axes as can be: neighbours become one where every
 * operand steps evenly from the end of the one to the next of the other, and an axis of size 1 says
 * nothing.
 */
export function mergeAxes(axes: readonly ContractionAxis[]): ContractionAxis[] {
  const merged: ContractionAxis[] = [];
  for (const inner of axes.filter(({ size }) => size !== 1)) {
    const outer = merged.at(-1);
    const isEven = outer?.strides.every((stride, i) => stride === inner.strides[i] * inner.size);
    if (outer && isEven) {
      merged[merged.length - 1] = {
        name: outer.name + inner.name,
        size: outer.size * inner.size,
        strides: inner.strides,
      };
    } else merged.push(inner);
  }
  return merged;
}
