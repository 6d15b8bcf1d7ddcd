import { describe, expect, it } from 'vitest';
import { cellsOf, numberedCells } from '../../src/systems/matmul/cells-of.ts';
import { layoutOf } from '../../src/systems/matmul/layout.ts';
import { showStep } from '../../src/systems/matmul/show-step.ts';
import { shadeOf } from '../../src/systems/matmul/write-cells.ts';
import { byHand, enterByHand } from '../support/enter-by-hand.ts';

describe('cells', () => {
  it('know their matrix, their place in it, and where they lie', async () => {
    const world = await enterByHand('loops');
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
    const world = await enterByHand('dot');
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
