import { describe, expect, it } from 'vitest';
import { broadcastShapes } from '../../src/maths/broadcast-shapes.ts';

const shapeOf = (...shapes: number[][]) => {
  const result = broadcastShapes(...shapes);
  return 'shape' in result ? result.shape : `axis ${result.misfit} does not fit`;
};

describe('broadcasting', () => {
  // What numpy.broadcast_shapes gives.
  it.each([
    [
      [1, 1500, 2],
      [5, 1, 2],
      [5, 1500, 2],
    ],
    [
      [1500, 1, 2],
      [1, 5, 2],
      [1500, 5, 2],
    ],
    [
      [1500, 1, 2],
      [5, 2],
      [1500, 5, 2],
    ],
    [[256, 256, 3], [3], [256, 256, 3]],
    [
      [8, 1, 6, 1],
      [7, 1, 5],
      [8, 7, 6, 5],
    ],
    [[], [4], [4]],
    [[1], [1], [1]],
    [[0], [1], [0]],
  ])('fits %j to %j', (left, right, expected) => {
    expect(shapeOf(left, right)).toEqual(expected);
    expect(shapeOf(right, left)).toEqual(expected);
  });

  it.each([
    [[1500, 2], [5, 2], 0],
    [[2, 1], [8, 4, 3], 1],
    [[3], [4], 0],
    [[0], [3], 0],
  ])('says at which axis %j and %j do not fit', (left, right, axis) => {
    expect(shapeOf(left, right)).toBe(`axis ${axis} does not fit`);
  });

  it('says which axis of which operand is read with a stride of 0', () => {
    // In elements, numpy.broadcast_arrays(X[None], x[:, None]) has strides (0, 2, 1) and (2, 0, 1).
    const result = broadcastShapes([1, 1500, 2], [5, 1, 2]);
    if (!('operands' in result)) throw new Error('these fit');
    const stretched = result.operands.map((axes) => axes.map((axis) => axis.stretched));
    expect(stretched).toEqual([
      [true, false, false],
      [false, true, false],
    ]);
  });

  it('counts a missing axis as stretched, and says that it is missing', () => {
    const result = broadcastShapes([1500, 1, 2], [5, 2]);
    if (!('operands' in result)) throw new Error('these fit');
    expect(result.operands[1][0]).toEqual({ size: null, stretched: true });
  });
});
