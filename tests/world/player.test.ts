import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHistory } from '../../src/world/history.ts';
import { createPlayer, type Player } from '../../src/world/player.ts';
import { numberAfter, toySchedule, toyWorld } from '../support/toy-world.ts';

type Act = (player: Player, turn: (a: number) => void) => void;

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    (player) => player.play(),
    (player) => player.pause(),
    (player) => player.forward(),
    (player) => player.back(),
    (player) => player.cancel(),
    (player) => player.advance(600),
    (player) => player.advance(1500),
  ),
  fc.nat(8).map<Act>((step) => (player) => player.goTo(step)),
  fc.nat(8).map<Act>((step) => (player) => player.walkTo(step, [])),
  fc.nat(9).map<Act>((a) => (_, turn) => turn(a)),
);

it('shows at every moment of rest the step that the components hold, however acts and work interleave', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(acts, { maxLength: 30 }),
      fc.constantFrom(8, 24, 1e6),
      async (scheduler, list, budget) => {
        const world = toyWorld(() => scheduler.schedule(Promise.resolve()));
        const history = createHistory(world, toySchedule, { budget });
        let values = { a: 0 };
        const complaints: unknown[] = [];
        const player = createPlayer({
          world,
          schedule: toySchedule,
          history,
          values: () => values,
          phases: 1,
          onChange: () => undefined,
          onFailure: (error) => complaints.push(error),
        });
        const turn = (a: number) => {
          values = { a };
          player.valuesChanged();
        };
        const acting = scheduler.scheduleSequence(list.map((act) => async () => act(player, turn)));
        await scheduler.waitFor(acting.task);
        player.pause();
        await scheduler.waitFor(player.settled());
        expect(complaints).toEqual([]);
        const taken = Array.from({ length: world.step }, (_, i) => history.takenWith(i + 1)!.a);
        // A step that was cancelled, or taken again, has left no trace.
        expect(world.number).toBe(numberAfter(taken));
        expect(world.values).toBe(values);
      },
    ),
    { seed: 38, numRuns: 500 },
  );
});
