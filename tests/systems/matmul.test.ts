import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { describe } from '../../src/scenes/matmul/sim/describe.ts';
import { type EnteredMatmul, enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import { schedule } from '../../src/scenes/matmul/sim/schedule.ts';
import { cellsOf, travellersOf } from '../../src/systems/matmul/cells-of.ts';
import { partOf } from '../../src/systems/matmul/part-of.ts';
import { matmulMethods } from '../../src/systems/matmul/world.ts';
import { createHistory } from '../../src/world/history.ts';
import { tick } from '../../src/world/tick.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { referenceProduct } from '../support/reference-product.ts';
import { untilRest } from '../support/until-rest.ts';

const nothing = { row: null, phase: null };

/** [[1, 2, 3], [4, 5, 6]] @ [[7, 8], [9, 10], [11, 12]], multiplied by hand. */
const byHand = {
  m: 2,
  k: 3,
  n: 2,
  a: Float64Array.of(1, 2, 3, 4, 5, 6),
  b: Float64Array.of(7, 8, 9, 10, 11, 12),
};

async function enter(
  compute: Backend,
  method: (typeof matmulMethods)[number],
  operands = byHand,
): Promise<EnteredMatmul> {
  return enterMatmul({ method, kernel: 'fastest' }, operands, compute, createScope());
}

/** The values of C's cells, row after row. */
function cellsOfC(world: EnteredMatmul): number[] {
  const { Cell, Value, Row } = world.components;
  return [...query(world, [Cell, Value, Row])]
    .filter((cell) => Cell.matrix[cell] === 2)
    .sort((a, b) => Row.index[a] - Row.index[b])
    .map((cell) => Value.value[cell]);
}

async function finish(world: EnteredMatmul): Promise<void> {
  await untilRest(world, schedule);
}

describeEachBackend('the matmul scene', (backend) => {
  it.each(matmulMethods)('comes to the product by %s', async (method) => {
    const world = await enter(backend(), method);
    await finish(world);
    expect(cellsOfC(world)).toEqual([58, 64, 139, 154]);
    world.scope.end();
  });

  it('takes as many steps as the method has to', async () => {
    const steps = {
      loops: 12,
      dot: 4,
      broadcast: 2,
      einsum: 3,
      'gpu-naive': 3,
      'gpu-tiled': 1,
      'gpu-best': 3,
    };
    for (const method of matmulMethods) {
      const world = await enter(backend(), method);
      await finish(world);
      expect(world.step, method).toBe(steps[method]);
      world.scope.end();
    }
  });

  it('sums C[0, 0] product by product with three loops', async () => {
    const world = await enter(backend(), 'loops');
    const seen: number[] = [];
    for (let step = 0; step < 3; step++) {
      await tick(world, schedule, world.values);
      seen.push(cellsOfC(world)[0]);
    }
    expect(seen).toEqual([7, 7 + 18, 7 + 18 + 33]);
    world.scope.end();
  });

  it('fills C row by row with broadcasting, and sum by sum with einsum', async () => {
    const rows = await enter(backend(), 'broadcast');
    await tick(rows, schedule, rows.values);
    expect(cellsOfC(rows)).toEqual([58, 64, 0, 0]);
    rows.scope.end();
    const sums = await enter(backend(), 'einsum');
    await tick(sums, schedule, sums.values);
    // The outer product of A's first column and B's first row.
    expect(cellsOfC(sums)).toEqual([7, 8, 28, 32]);
    sums.scope.end();
  });

  it.each(matmulMethods)('steps back and on again to the same values by %s', async (method) => {
    const operands = {
      m: 5,
      k: 33,
      n: 4,
      a: Float64Array.from({ length: 165 }, (_, i) => Math.fround(Math.sin(i))),
      b: Float64Array.from({ length: 132 }, (_, i) => Math.fround(Math.cos(i))),
    };
    const world = await enter(backend(), method, operands);
    const history = createHistory(world, schedule);
    for (let taken = 0; taken < 3 && !world.atRest; taken++) {
      await tick(world, schedule, world.values);
      history.remember();
    }
    const there = world.step;
    const values = cellsOfC(world);
    await history.goTo(0);
    expect(new Set(cellsOfC(world))).toEqual(new Set([0]));
    await history.goTo(there);
    expect(cellsOfC(world)).toEqual(values);
    await finish(world);
    const expected = referenceProduct(operands.a, operands.b, operands);
    for (const [i, value] of cellsOfC(world).entries()) expect(value).toBeCloseTo(expected[i], 5);
    world.scope.end();
  });

  it.each(matmulMethods)('counts the products that were taken by %s', async (method) => {
    // Axes in cells of two, the last of one; tiles of 16 terms, the last of less.
    const [m, k, n] = method === 'loops' ? [3, 65, 2] : [65, 65, 3];
    const operands = { m, k, n, a: new Float64Array(m * k), b: new Float64Array(k * n) };
    const world = await enter(backend(), method, operands);
    const { blocks, walk } = world;
    let taken = 0;
    while (!world.atRest) {
      expect(describe(world, nothing).products).toBe(taken);
      const { rows, columns, terms } = partOf({ blocks }, walk.at(world.step));
      taken += (rows[1] - rows[0]) * (columns[1] - columns[0]) * (terms[1] - terms[0]);
      await tick(world, schedule, world.values);
    }
    expect(taken).toBe(m * k * n);
    expect(describe(world, nothing).products).toBe(taken);
    world.scope.end();
  });

  it.each(['einsum', 'gpu-naive'] as const)(
    'knows no more of a sum than its terms so far by %s, beyond f32 too',
    async (method) => {
      const huge = 2 ** 130;
      const a = Float64Array.of(huge, 2, Number.NaN, 1, 1, 1);
      const world = await enter(backend(), method, { ...byHand, a });
      const seen: number[][] = [];
      while (!world.atRest) {
        await tick(world, schedule, world.values);
        seen.push(cellsOfC(world));
      }
      expect(seen).toEqual([
        [7 * huge, 8 * huge, 7, 8],
        [7 * huge + 18, 8 * huge + 20, 16, 18],
        [Number.NaN, Number.NaN, 27, 30],
      ]);
      world.scope.end();
    },
  );

  it('draws a large product as cells that cover several values, and shows their mean', async () => {
    const [m, k, n] = [3, 130, 2];
    const world = await enter(backend(), 'loops', {
      m,
      k,
      n,
      a: Float64Array.from({ length: m * k }, (_, at) => at % k),
      b: new Float64Array(k * n).fill(1),
    });
    const { Cell, Value } = world.components;
    // 130 terms lie in 44 cells of three; the last covers the one that is left.
    expect(world.blocks.terms).toEqual({ size: 130, each: 3, count: 44 });
    const [first] = cellsOf(world)[0];
    expect([Cell.columns[first], Value.value[first]]).toEqual([3, 1]);
    const last = cellsOf(world)[0][43];
    expect([Cell.columns[last], Value.value[last]]).toEqual([1, 129]);
    await finish(world);
    expect(world.step).toBe(3 * 2 * 44);
    expect(cellsOfC(world)).toEqual(new Array(6).fill((129 * 130) / 2));
    world.scope.end();
  });

  it('sends the row of A onto the column of B, and their products to the cell', async () => {
    const world = await enter(backend(), 'dot');
    await tick(world, schedule, world.values);
    const { Traveller, Position, PreviousPosition, Destination } = world.components;
    const active = [...travellersOf(world)].filter((it) => Traveller.isActive[it] === 1);
    expect(active.map((it) => Traveller.product[it])).toEqual([7, 18, 33]);
    const [cell] = cellsOf(world)[2];
    for (const [term, it] of active.entries()) {
      const a = cellsOf(world)[0][term];
      const b = cellsOf(world)[1][2 * term];
      expect([PreviousPosition.x[it], PreviousPosition.y[it]]).toEqual([
        Position.x[a],
        Position.y[a],
      ]);
      expect([Position.x[it], Position.y[it]]).toEqual([Position.x[b], Position.y[b]]);
      expect([Destination.x[it], Destination.y[it]]).toEqual([Position.x[cell], Position.y[cell]]);
    }
    world.scope.end();
  });
});
