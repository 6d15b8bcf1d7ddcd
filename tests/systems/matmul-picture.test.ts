import { query } from 'bitecs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import { schedule } from '../../src/scenes/matmul/sim/schedule.ts';
import { countEntities } from '../../src/systems/matmul/add-cells.ts';
import { blocksOf, coveredBy } from '../../src/systems/matmul/blocks.ts';
import { cellsOf, numberedCells, travellersOf } from '../../src/systems/matmul/cells-of.ts';
import { journeys, mostJourneys } from '../../src/systems/matmul/journeys.ts';
import { layoutOf } from '../../src/systems/matmul/layout.ts';
import { showLastStep, showStep } from '../../src/systems/matmul/show-step.ts';
import { tileCells, walkOf } from '../../src/systems/matmul/walk-of.ts';
import { type MatmulMethod, matmulMethods } from '../../src/systems/matmul/world.ts';
import { shadeOf } from '../../src/systems/matmul/write-cells.ts';
import { createHistory } from '../../src/world/history.ts';
import { tick } from '../../src/world/tick.ts';

/** [[1, 2, 3], [4, 5, 6]] @ [[7, 8], [9, 10], [11, 12]]. */
const byHand = {
  m: 2,
  k: 3,
  n: 2,
  a: Float64Array.of(1, 2, 3, 4, 5, 6),
  b: Float64Array.of(7, 8, 9, 10, 11, 12),
};
const blocksFor = (m: number, k: number, n: number) => ({
  rows: blocksOf(m),
  terms: blocksOf(k),
  columns: blocksOf(n),
});

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend('cpu', null, true);
});
const enter = (method: MatmulMethod) =>
  enterMatmul({ method, kernel: 'fastest' }, byHand, backend, createScope());

describe('an axis', () => {
  it('is drawn cell for cell up to 64, and in even blocks beyond', () => {
    expect(blocksOf(1)).toEqual({ size: 1, each: 1, count: 1 });
    expect(blocksOf(64)).toEqual({ size: 64, each: 1, count: 64 });
    expect(blocksOf(65)).toEqual({ size: 65, each: 2, count: 33 });
    expect(blocksOf(784)).toEqual({ size: 784, each: 13, count: 61 });
  });

  it('is covered once by its cells', () => {
    const axis = blocksOf(130);
    expect(coveredBy(axis, 0)).toEqual([0, 3]);
    expect(coveredBy(axis, 43)).toEqual([129, 130]);
    expect(coveredBy(axis, 2, 5)).toEqual([6, 15]);
    expect(coveredBy(axis, 0, 44)).toEqual([0, 130]);
  });
});

describe('the layout', () => {
  const layout = layoutOf({ blocks: blocksFor(4, 5, 3) });
  const { gap } = layout;

  it('leaves three quarters of a cell between matrices, and more where they are large', () => {
    expect(gap).toBe(0.75);
    // 40 + 60 cells one way, 20 + 60 the other: six hundredths of the longer.
    expect(layoutOf({ blocks: blocksFor(40, 60, 20) }).gap).toBeCloseTo(6, 12);
    expect(layoutOf({ blocks: blocksFor(20, 60, 40) }).gap).toBeCloseTo(6, 12);
  });

  it('has C in the corner at 0, 0, to the right and downwards', () => {
    expect(layout.c(0, 0)).toEqual({ x: 0.5, y: -0.5 });
    expect(layout.c(3, 2)).toEqual({ x: 2.5, y: -3.5 });
  });

  it('has a row of A beside its row of C, a gap to the left', () => {
    for (let row = 0; row < 4; row++) {
      expect(layout.a(row, 0).y).toBe(layout.c(row, 0).y);
      expect(layout.a(row, 4).x + 0.5).toBeCloseTo(-gap, 12);
      expect(layout.a(row, 0).x + 0.5).toBeCloseTo(-gap - 4, 12);
    }
  });

  it('has a column of B above its column of C, a gap up, the first term on top', () => {
    for (let column = 0; column < 3; column++) {
      expect(layout.b(0, column).x).toBe(layout.c(0, column).x);
      expect(layout.b(4, column).y - 0.5).toBeCloseTo(gap, 12);
      expect(layout.b(0, column).y - 0.5).toBeCloseTo(gap + 4, 12);
    }
  });

  it('stretches a row beside B, term by term, as wide as B', () => {
    for (let term = 0; term < 5; term++) {
      expect(layout.stretched(term, 0).y).toBe(layout.b(term, 0).y);
      expect(layout.stretched(term, 2).x + 0.5).toBeCloseTo(-gap, 12);
      expect(layout.stretched(term, 0).x + 0.5).toBeCloseTo(-gap - 2, 12);
    }
  });

  it('keeps tiles above A and left of B, A’s from the top down, B’s from the bottom up', () => {
    expect(layout.shared(0, 0, true).x).toBe(layout.a(0, 0).x);
    expect(layout.shared(0, 0, true).y).toBe(layout.b(0, 0).y);
    expect(layout.shared(1, 2, true)).toEqual({ x: layout.a(0, 2).x, y: layout.b(1, 0).y });
    expect(layout.shared(0, 0, false)).toEqual({ x: layout.a(0, 0).x, y: layout.b(4, 0).y });
    expect(layout.shared(1, 2, false)).toEqual({ x: layout.a(0, 2).x, y: layout.b(3, 0).y });
  });
});

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

describe('the journeys of a step', () => {
  const at = async (method: MatmulMethod, step: number) => {
    const world = await enter(method);
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
    const world = await enter(method);
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

describe('cells', () => {
  it('know their matrix, their place in it, and where they lie', async () => {
    const world = await enter('loops');
    const { Cell, Row, Position, Value } = world.components;
    const place = layoutOf(world);
    const all = [...numberedCells(world)];
    expect(all.map((it) => Row.index[it])).toEqual(all.map((_, i) => i));
    expect(all.map((it) => Value.value[it])).toEqual([...byHand.a, ...byHand.b, 0, 0, 0, 0]);
    for (const [matrix, at, width] of [
      [0, place.a, 3],
      [1, place.b, 2],
      [2, place.c, 2],
    ] as const) {
      for (const [i, cell] of cellsOf(world)[matrix].entries()) {
        const [row, column] = [Math.floor(i / width), i % width];
        expect([Cell.matrix[cell], Cell.row[cell], Cell.column[cell]]).toEqual([
          matrix,
          row,
          column,
        ]);
        expect([Cell.rows[cell], Cell.columns[cell]]).toEqual([1, 1]);
        expect({ x: Position.x[cell], y: Position.y[cell] }).toEqual(at(row, column));
      }
    }
    world.scope.end();
  });

  it('are shaded by the root of their part of the largest magnitude, with its sign', () => {
    expect(shadeOf(4, 4)).toBe(1);
    expect(shadeOf(-1, 4)).toBe(-0.5);
    expect(shadeOf(0, 4)).toBe(0);
    expect(shadeOf(9, 4)).toBe(1);
    expect(shadeOf(Number.NaN, 4)).toBe(0);
    expect(shadeOf(0, 0)).toBe(0);
    expect(shadeOf(3, 0)).toBe(0);
  });

  it('that a step works on are lit, and no others', async () => {
    const world = await enter('dot');
    const { Colour } = world.components;
    const lit = () => cellsOf(world).map((cells) => [...cells].map((cell) => Colour.lit[cell]));
    const dark = [new Array(6).fill(0), new Array(6).fill(0), new Array(4).fill(0)];
    expect(lit()).toEqual(dark);
    // Row 1, column 0.
    showStep(world, 2);
    expect(lit()).toEqual([
      [0, 0, 0, 1, 1, 1],
      [1, 0, 1, 0, 1, 0],
      [0, 0, 1, 0],
    ]);
    showStep(world, null);
    expect(lit()).toEqual(dark);
    world.scope.end();
  });
});

describe('what travels', () => {
  it('has its value, its colour, its way and its product, and is put away afterwards', async () => {
    const world = await enter('broadcast');
    const { Position, PreviousPosition, Destination, Value, Colour, Traveller } = world.components;
    showStep(world, 1);
    expect(world.shownStep).toBe(1);
    const expected = [...journeys(world, world.walk.at(1))];
    for (const [i, { cell, from, meeting, to, isGhost, product }] of expected.entries()) {
      const it = travellersOf(world)[i];
      expect({ x: PreviousPosition.x[it], y: PreviousPosition.y[it] }).toEqual(from);
      expect({ x: Position.x[it], y: Position.y[it] }).toEqual(meeting);
      expect({ x: Destination.x[it], y: Destination.y[it] }).toEqual(to);
      expect(Value.value[it]).toBe(Value.value[cell]);
      expect(Colour.shade[it]).toBe(Colour.shade[cell]);
      expect(Colour.lit[it]).toBe(1);
      expect([Traveller.isActive[it], Traveller.isGhost[it]]).toEqual([1, isGhost ? 1 : 0]);
      expect(Traveller.product[it]).toBe(product);
    }
    showStep(world, null);
    expect(world.shownStep).toBeNull();
    for (const it of travellersOf(world)) expect(Traveller.isActive[it]).toBe(0);
    world.scope.end();
  });

  it('is looked up once a step, and again after a step was taken', async () => {
    const world = await enter('loops');
    const { Value } = world.components;
    showStep(world, 0);
    const [first] = [...travellersOf(world)];
    Value.value[first] = 99;
    showStep(world, 0);
    expect(Value.value[first]).toBe(99);
    world.step = 1;
    showLastStep(world);
    expect(Value.value[first]).toBe(1);
    world.scope.end();
  });

  it('is put away, and lights go out, where the world is taken back to its beginning', async () => {
    const world = await enter('loops');
    const history = createHistory(world, schedule);
    await tick(world, schedule, world.values);
    history.remember();
    const { Traveller, Colour } = world.components;
    expect(Traveller.isActive[travellersOf(world)[0]]).toBe(1);
    await history.goTo(0);
    expect(world.shownStep).toBeNull();
    expect([...travellersOf(world)].map((it) => Traveller.isActive[it])).toEqual([0, 0]);
    expect(numberedCells(world).some((cell) => Colour.lit[cell] === 1)).toBe(false);
    world.scope.end();
  });

  it('is that of the step which the world is taken back to, and the world goes on from there', async () => {
    const world = await enter('dot');
    const history = createHistory(world, schedule);
    for (let step = 1; step <= 4; step++) {
      await tick(world, schedule, world.values);
      history.remember();
    }
    expect(world.atRest).toBe(true);
    await history.goTo(2);
    expect([world.step, world.atRest, world.shownStep]).toEqual([2, false, 1]);
    await history.goTo(4);
    expect([world.step, world.atRest, world.shownStep]).toEqual([4, true, 3]);
    world.scope.end();
  });

  it('shows the step that a tick took', async () => {
    const world = await enter('loops');
    await tick(world, schedule, world.values);
    await tick(world, schedule, world.values);
    expect(world.shownStep).toBe(1);
    expect([...travellersOf(world)].map((it) => world.components.Traveller.product[it])).toEqual([
      18, 18,
    ]);
    world.scope.end();
  });
});
