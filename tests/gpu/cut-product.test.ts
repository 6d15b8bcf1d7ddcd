import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutProduct } from '../../src/gpu/matmul/cut-product.ts';

const whole = (m: number, k: number, n: number) =>
  ({ rows: [0, m], columns: [0, n], terms: [0, k] }) as const;
const size = ([first, end]: readonly [number, number]) => end - first;
const unlimited = { work: 2 ** 50, group: { rows: 16, columns: 16 }, groups: 65_535 };

describe('a product cut into pieces', () => {
  it('is one piece where it may be', () => {
    expect(cutProduct(whole(100, 300, 50), unlimited)).toEqual([
      { rows: [0, 100], columns: [0, 50], terms: [0, 300] },
    ]);
  });

  it('adds up at most 8,192 terms at once, however much work is allowed', () => {
    expect(cutProduct(whole(1, 8192, 1), unlimited)).toHaveLength(1);
    expect(cutProduct(whole(1, 20_000, 1), unlimited).map(({ terms }) => terms)).toEqual([
      [0, 8192],
      [8192, 16_384],
      [16_384, 20_000],
    ]);
  });

  it('keeps the rounding of a long f32 sum within the bound of blocked summation', () => {
    const k = 2 ** 22;
    const f32 = Math.fround;
    const term = f32(0.1);
    let sum = 0;
    const pieces = cutProduct(whole(1, k, 1), unlimited);
    for (const { terms } of pieces) {
      let piece = 0;
      for (let t = terms[0]; t < terms[1]; t++) piece = f32(piece + term);
      sum = f32(sum + piece);
    }
    // Higham, “The accuracy of floating point summation”: (block + blocks) units of 2^-24. A plain
    // sum of so many tenths is off by a tenth of itself.
    const bound = (8192 + k / 8192) * 2 ** -24;
    expect(Math.abs(sum / (k * term) - 1)).toBeLessThan(bound);
  });

  it('goes by rows as far as that goes, then by columns, then by terms', () => {
    const group = { rows: 4, columns: 4 };
    const cut = (work: number) => cutProduct(whole(8, 1024, 8), { work, group, groups: 100 });
    // All rows of all columns: 8·8·1024 multiplications.
    expect(cut(65_536)).toHaveLength(1);
    // Half of the rows.
    expect(cut(32_768).map(({ rows, columns }) => [rows, columns])).toEqual([
      [
        [0, 4],
        [0, 8],
      ],
      [
        [4, 8],
        [0, 8],
      ],
    ]);
    // A quarter: one group of rows, one group of columns, all terms.
    expect(cut(16_384)).toHaveLength(4);
    expect(cut(16_384).every(({ terms }) => size(terms) === 1024)).toBe(true);
    // An eighth: half of the terms.
    expect(cut(8192)).toHaveLength(8);
    // Terms are cut no finer than 256, nor cells than a group.
    expect(cut(1)).toHaveLength(16);
    expect(cut(1)[1]).toEqual({ rows: [0, 4], columns: [0, 4], terms: [256, 512] });
  });

  it('fills every product once, each cell in the order of its terms, within the limits', () => {
    const range = fc
      .tuple(fc.nat(40), fc.nat(25))
      .map(([first, length]) => [first, first + length] as const);
    const long = fc
      .tuple(fc.nat(40), fc.nat(2000))
      .map(([first, length]) => [first, first + length] as const);
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(
        fc.record({ rows: range, columns: range, terms: long }),
        fc.record({
          work: fc.integer({ min: 1, max: 200_000 }),
          group: fc.record({ rows: side, columns: side }),
          groups: fc.integer({ min: 1, max: 5 }),
        }),
        (part, limits) => {
          const width = size(part.columns);
          const reached = new Map<number, number>();
          let outOfTurn = 0;
          for (const { rows, columns, terms } of cutProduct(part, limits)) {
            for (let i = rows[0]; i < rows[1]; i++) {
              for (let j = columns[0]; j < columns[1]; j++) {
                const cell = (i - part.rows[0]) * width + j - part.columns[0];
                if ((reached.get(cell) ?? part.terms[0]) !== terms[0]) outOfTurn += 1;
                reached.set(cell, terms[1]);
              }
            }
            const { group, groups, work } = limits;
            expect(Math.ceil(size(rows) / group.rows)).toBeLessThanOrEqual(groups);
            expect(Math.ceil(size(columns) / group.columns)).toBeLessThanOrEqual(groups);
            const least = group.rows * group.columns * Math.min(256, size(part.terms));
            expect(size(rows) * size(columns) * size(terms)).toBeLessThanOrEqual(
              Math.max(work, least),
            );
          }
          expect(outOfTurn).toBe(0);
          expect(reached.size).toBe(size(part.terms) === 0 ? 0 : size(part.rows) * width);
          expect([...reached.values()].every((end) => end === part.terms[1])).toBe(true);
        },
      ),
      { seed: 12, numRuns: 100 },
    );
  });
});
