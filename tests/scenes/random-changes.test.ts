import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { InputError } from '../../src/base/input-error.ts';
import type { Backend } from '../../src/gpu/backend.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { changesUpTo } from '../../src/page/address-changes.ts';
import { decodeState, emptyState, encodeState } from '../../src/page/page-state.ts';
import { ownValues, type Values } from '../../src/page/values-owner.ts';
import type { SceneDefinition } from '../../src/scenes/scene.ts';
import type { Description } from '../../src/world/description.ts';
import { createHistory } from '../../src/world/history.ts';
import {
  isChoice,
  isText,
  type ParameterTable,
  type ParameterValues,
} from '../../src/world/parameters.ts';
import { createPlayer } from '../../src/world/player.ts';
import { resolveValues } from '../../src/world/resolve-values.ts';
import { capture } from '../../src/world/snapshot.ts';
import { tick } from '../../src/world/tick.ts';
import type { World } from '../../src/world/world.ts';
import { countLive } from '../support/count-live.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { itEachScene } from '../support/each-scene.ts';
import { anyStart, anyTurn, endsOf, valuesShowing } from '../support/random-values.ts';

/** A scene as the page has it, but for the page: values, world, history and player. */
async function play<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, compute: Backend, initial: Values, budget = 128e6) {
  const { parameters, schedule, phases } = scene;
  const values = ownValues(parameters, initial);
  const world = await scene.enter(values.now, compute);
  const history = createHistory(world, schedule, {
    budget,
    changesResult: (name) => parameters[name].effect !== 'view',
  });
  const failures: unknown[] = [];
  const player = createPlayer({
    world,
    schedule,
    history,
    values: () => values.now,
    phases: phases.length,
    onChange: () => undefined,
    onFailure: (error) => failures.push(error),
  });
  /** All that there is to see and to say, bit by bit. */
  const look = () => ({
    step: world.step,
    captured: capture(world, schedule),
    atRest: world.atRest,
    said: scene.describe(world, { row: null, phase: null }),
  });
  return {
    world,
    player,
    values,
    look,
    async turn(wanted: Values) {
      values.take(wanted);
      player.valuesChanged();
      await player.settled();
    },
    async forward() {
      player.forward();
      await player.settled();
    },
    async untilRest() {
      for (let taken = 0; taken < mostSteps && !world.atRest; taken++) {
        player.forward();
        await player.settled();
      }
      player.advance(1e4);
    },
    /** Lets the motion end: what is turned from then on has a part in the next step only. */
    async stand() {
      player.advance(1e4);
      await player.settled();
    },
    async goTo(step: number) {
      player.goTo(step);
      await player.settled();
    },
    /** The address of where it is now. */
    link: () =>
      encodeState(
        {
          ...emptyState,
          values: values.record,
          step: world.step,
          valueChanges: changesUpTo(world.step, history, values.record, parameters),
        },
        parameters,
      ),
    leave() {
      expect(failures).toEqual([]);
      world.scope.end();
    },
  };
}

async function enterLink<
  T extends ParameterTable,
  W extends World<ParameterValues<T>>,
  D extends Description,
>(scene: SceneDefinition<T, W, D>, compute: Backend, link: string) {
  const { state, refused } = decodeState(link, scene.parameters);
  expect(refused).toEqual([]);
  const there = await play(scene, compute, state.values);
  there.player.walkTo(state.step ?? 0, state.valueChanges);
  await there.player.settled();
  const seen = there.look();
  there.leave();
  return seen;
}

/** An act: a turn of a knob, or a step, after which the motion may still show, or steps until rest. */
type Act = { readonly turn: Values } | { readonly stands: boolean } | 'until rest';

const mostSteps = 64;

const actsOf = (table: ParameterTable, values: Values): fc.Arbitrary<Act[]> => {
  const turn = anyTurn(table, values);
  const step = fc.record({ stands: fc.boolean() });
  const rest = fc.constant('until rest' as const);
  const act: fc.Arbitrary<Act> = turn
    ? fc.oneof(
        { weight: 4, arbitrary: step },
        { weight: 4, arbitrary: turn.map((turn) => ({ turn })) },
        { weight: 1, arbitrary: rest },
      )
    : fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: rest });
  return fc.array(act, { minLength: 3, maxLength: 9 });
};

const runs = { webgpu: 6, cpu: 30 };

describeEachBackend('random turns at random steps', (backend) => {
  itEachScene('can be seen again, and linked to, bit by bit', async (scene) => {
    const { parameters } = scene;
    const plays = anyStart(parameters).chain((start) =>
      fc.record({
        start: fc.constant(start),
        acts: actsOf(parameters, { ...ownValues(parameters).record, ...start }),
        budget: fc.constantFrom(1, 128e6),
        wayBack: fc.infiniteStream(fc.nat(100)),
      }),
    );
    await fc.assert(
      fc.asyncProperty(plays, async ({ start, acts, budget, wayBack }) => {
        const { compute, live } = countLive(backend());
        const here = await play(scene, compute, start, budget);
        const seen = new Map([[0, { ...here.look(), values: here.values.former }]]);
        for (const act of acts) {
          if (act === 'until rest') await here.untilRest();
          else if ('turn' in act) await here.turn(act.turn);
          else if (!here.world.atRest) await here.forward();
          if (act !== 'until rest' && 'stands' in act && act.stands) await here.stand();
          seen.set(here.world.step, { ...here.look(), values: here.values.former });
        }
        const last = here.values.former;
        const steps = [...seen.keys()].sort(() => (wayBack.next().value ?? 0) - 50);
        for (const step of steps) {
          const { values, ...then } = seen.get(step)!;
          here.values.putBack(values);
          await here.goTo(step);
          expect(here.look()).toEqual(then);
          expect(await enterLink(scene, compute, here.link())).toEqual(then);
          // The same with the values of now.
          here.values.putBack(last);
          await here.goTo(step);
          expect(await enterLink(scene, compute, here.link())).toEqual(here.look());
        }
        here.leave();
        expect(live.size).toBe(0);
      }),
      { numRuns: runs[backend().kind], seed: 9 },
    );
  });
});

describe('a parameter at its ends', () => {
  itEachScene('gives a step, or a refusal that says what to change', async (scene) => {
    const { parameters } = scene;
    const { compute, live } = countLive(createCpuBackend('test'));
    for (const [name, parameter] of Object.entries<ParameterTable[string]>(parameters)) {
      if (isText(parameter)) continue;
      const valuesWith = (wanted: Values) => ownValues(parameters, wanted);
      const showing = valuesShowing(parameters, name, (wanted) => {
        const resolved = resolveValues(parameters, valuesWith(wanted).now);
        return parameter.shownWhen?.(resolved) ?? true;
      });
      const { record } = valuesWith(showing);
      const ends = isChoice(parameter) ? parameter.options : endsOf(parameter, record);
      for (const end of ends) {
        try {
          const { now } = valuesWith({ ...showing, [name]: end });
          const world = await scene.enter(now, compute);
          await tick(world, scene.schedule, now);
          expect(world.step).toBe(1);
          world.scope.end();
        } catch (error) {
          expect(error, `${name} ${end}`).toBeInstanceOf(InputError);
        }
        expect(live.size, `${name} ${end}`).toBe(0);
      }
    }
  });
});
