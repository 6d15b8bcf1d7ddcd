import { describe, expect, it } from 'vitest';
import { schedule } from '../../src/scenes/matmul/sim/schedule.ts';
import { numberedCells, travellersOf } from '../../src/systems/matmul/cells-of.ts';
import { journeys } from '../../src/systems/matmul/journeys.ts';
import { showLastStep, showStep } from '../../src/systems/matmul/show-step.ts';
import { createHistory } from '../../src/world/history.ts';
import { tick } from '../../src/world/tick.ts';
import { enterByHand } from '../support/enter-by-hand.ts';

describe('what travels', () => {
  it('has its value, its colour, its way and its product, and is put away afterwards', async () => {
    const world = await enterByHand('broadcast');
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
    const world = await enterByHand('loops');
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
    const world = await enterByHand('loops');
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
    const world = await enterByHand('dot');
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
    const world = await enterByHand('loops');
    await tick(world, schedule, world.values);
    await tick(world, schedule, world.values);
    expect(world.shownStep).toBe(1);
    expect([...travellersOf(world)].map((it) => world.components.Traveller.product[it])).toEqual([
      18, 18,
    ]);
    world.scope.end();
  });
});
