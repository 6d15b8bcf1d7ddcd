import { query } from 'bitecs';
import { describe, expect, it } from 'vitest';
import { countEntities } from '../../src/systems/matmul/add-cells.ts';
import { travellersOf } from '../../src/systems/matmul/cells-of.ts';
import { journeys, mostJourneys } from '../../src/systems/matmul/journeys.ts';
import { layoutOf } from '../../src/systems/matmul/layout.ts';
import { type MatmulMethod, matmulMethods } from '../../src/systems/matmul/world.ts';
import { enterByHand } from '../support/enter-by-hand.ts';

describe('the journeys of a step', () => {
  const at = async (method: MatmulMethod, step: number) => {
    const world = await enterByHand(method);
    const found = [...journeys(world, world.walk.at(step))];
    const { Value } = world.components;
    const read = found.map(({ cell, product, isGhost }) => ({
      value: Value.value[cell],
      product,
      isGhost,
    }));
    world.scope.end();
    return { found, read, place: layoutOf(world) };
  };

  it('by loops: one value of A and one of B come to their cell', async () => {
    // Step 7 is row 1, column 0, term 1: 5 · 9.
    const { found, read, place } = await at('loops', 7);
    expect(read).toEqual([
      { value: 5, product: 45, isGhost: false },
      { value: 9, product: 45, isGhost: false },
    ]);
    const cell = place.c(1, 0);
    expect(found.map(({ from }) => from)).toEqual([place.a(1, 1), place.b(1, 0)]);
    for (const { meeting, to } of found) expect([meeting, to]).toEqual([cell, cell]);
  });

  it('by dot product: a row of A comes to lie on a column of B', async () => {
    // Step 3 is row 1, column 1: 4·8, 5·10, 6·12.
    const { found, read, place } = await at('dot', 3);
    expect(read.map(({ product }) => product)).toEqual([32, 50, 72]);
    expect(read.map(({ value }) => value)).toEqual([4, 5, 6]);
    expect(read.some(({ isGhost }) => isGhost)).toBe(false);
    for (const [term, { from, meeting, to }] of found.entries()) {
      expect(from).toEqual(place.a(1, term));
      expect(meeting).toEqual(place.b(term, 1));
      expect(to).toEqual(place.c(1, 1));
    }
  });

  it('by broadcasting: the row is stretched beside B, all but its first column read again', async () => {
    const { found, read, place } = await at('broadcast', 1);
    expect(read).toEqual([
      { value: 4, product: 28, isGhost: false },
      { value: 4, product: 32, isGhost: true },
      { value: 5, product: 45, isGhost: false },
      { value: 5, product: 50, isGhost: true },
      { value: 6, product: 66, isGhost: false },
      { value: 6, product: 72, isGhost: true },
    ]);
    expect(found[3].from).toEqual(place.stretched(1, 1));
    expect(found[3].meeting).toEqual(place.b(1, 1));
    expect(found[3].to).toEqual(place.c(1, 1));
  });

  it('by einsum: a column of A and a row of B come to all of C', async () => {
    const { found, read, place } = await at('einsum', 2);
    // A's 3 and 6 are read again for the second column, B's 11 and 12 for the second row.
    expect(read).toEqual([
      { value: 3, product: 33, isGhost: false },
      { value: 11, product: 33, isGhost: false },
      { value: 3, product: 36, isGhost: true },
      { value: 12, product: 36, isGhost: false },
      { value: 6, product: 66, isGhost: false },
      { value: 11, product: 66, isGhost: true },
      { value: 6, product: 72, isGhost: true },
      { value: 12, product: 72, isGhost: true },
    ]);
    expect(found[6].from).toEqual(place.a(1, 2));
    expect(found[7].from).toEqual(place.b(2, 1));
    for (const { meeting, to } of found) expect(meeting).toEqual(to);
    expect(found[7].to).toEqual(place.c(1, 1));
  });

  it('by shared tiles: both tiles go to the shared memory as they are, and stay there', async () => {
    const { found, read, place } = await at('gpu-tiled', 0);
    // Term after term: A's column, then B's row.
    expect(read.map(({ value }) => value)).toEqual([1, 4, 7, 8, 2, 5, 9, 10, 3, 6, 11, 12]);
    for (const { value, product, isGhost } of read) {
      expect([product, isGhost]).toEqual([value, false]);
    }
    for (const { meeting, to } of found) expect(to).toEqual(meeting);
    expect(found[0].meeting).toEqual(place.shared(0, 0, true));
    expect(found[5].from).toEqual(place.a(1, 1));
    expect(found[5].meeting).toEqual(place.shared(1, 1, true));
    expect(found[7].from).toEqual(place.b(1, 1));
    expect(found[7].meeting).toEqual(place.shared(1, 1, false));
  });

  it('by the other kernels: none', async () => {
    expect((await at('gpu-naive', 0)).found).toEqual([]);
    expect((await at('gpu-best', 0)).found).toEqual([]);
  });

  it.each(matmulMethods)('by %s are as many as there are travellers for', async (method) => {
    const world = await enterByHand(method);
    const counts = Array.from(
      { length: world.walk.steps },
      (_, step) => [...journeys(world, world.walk.at(step))].length,
    );
    expect(Math.max(...counts)).toBe(mostJourneys(world));
    expect([...travellersOf(world)]).toHaveLength(mostJourneys(world));
    const { Cell, Traveller } = world.components;
    // 6 + 6 + 4 cells.
    expect(query(world, [Cell])).toHaveLength(16);
    expect(query(world, [Traveller])).toHaveLength(travellersOf(world).length);
    expect(countEntities(world)).toBe(16 + travellersOf(world).length);
    world.scope.end();
  });
});
