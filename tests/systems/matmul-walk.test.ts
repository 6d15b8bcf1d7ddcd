import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/systems/matmul/blocks.ts';
import { tileCells, walkOf } from '../../src/systems/matmul/walk-of.ts';
import { matmulMethods } from '../../src/systems/matmul/world.ts';
import { blocksFor } from '../support/blocks-for.ts';

describe('a walk', () => {
  const blocks = blocksFor(3, 5, 4);

  it.each(matmulMethods)('by %s comes to every product of cells once', (method) => {
    const { steps, at } = walkOf(method, blocks);
    const met = new Map<string, number>();
    for (let step = 0; step < steps; step++) {
      const { rows, columns, terms } = at(step);
      for (let i = rows[0]; i < rows[1]; i++) {
        for (let j = columns[0]; j < columns[1]; j++) {
          for (let t = terms[0]; t < terms[1]; t++) {
            const key = `${i} ${j} ${t}`;
            met.set(key, (met.get(key) ?? 0) + 1);
          }
        }
      }
    }
    expect(met.size).toBe(3 * 4 * 5);
    expect(Math.max(...met.values())).toBe(1);
  });

  it('by loops takes terms fastest, then columns, then rows', () => {
    const { at } = walkOf('loops', blocks);
    expect(at(1)).toEqual({ rows: [0, 1], columns: [0, 1], terms: [1, 2] });
    expect(at(5)).toEqual({ rows: [0, 1], columns: [1, 2], terms: [0, 1] });
    expect(at(20)).toEqual({ rows: [1, 2], columns: [0, 1], terms: [0, 1] });
  });

  it('by shared tiles takes sixteen terms at once, the last tile what is left', () => {
    const { steps, at } = walkOf('gpu-tiled', blocksFor(2, 40, 2));
    expect(steps).toBe(3);
    expect(at(0).terms).toEqual([0, 16]);
    expect(at(2)).toEqual({ rows: [0, 2], columns: [0, 2], terms: [32, 40] });
    // Where a cell covers four terms, four cells are a tile; a cell is the least.
    expect(tileCells(blocksOf(256))).toBe(4);
    expect(tileCells(blocksOf(64 * 100))).toBe(1);
  });
});
