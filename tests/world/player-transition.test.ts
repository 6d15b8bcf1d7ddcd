import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  initialState,
  nothingWaiting,
  type Place,
  type PlayerEvent,
  type PlayerState,
  phaseOf,
  type Task,
} from '../../src/world/player-state.ts';
import { transition } from '../../src/world/player-transition.ts';

const start: Place = { step: 0, atRest: false, furthest: 0 };

/** What a person, the clock and a running task tell a player; what does not fit the moment is left out. */
const wishes: fc.Arbitrary<PlayerEvent> = fc.oneof(
  fc.constantFrom(
    { kind: 'play' } as const,
    { kind: 'pause' } as const,
    { kind: 'forward' } as const,
    { kind: 'back' } as const,
    { kind: 'cancel' } as const,
  ),
  fc.record({ kind: fc.constant('values changed' as const), atRest: fc.boolean() }),
  fc.record({ kind: fc.constant('set by phase' as const), byPhase: fc.boolean() }),
  fc.record({ kind: fc.constant('set speed' as const), speed: fc.constantFrom(0.25, 2, 60) }),
  fc.record({ kind: fc.constant('time passed' as const), ms: fc.constantFrom(0, 16, 300, 1500) }),
  fc.record({
    kind: fc.constant('go' as const),
    walk: fc.record({ target: fc.nat(9), valueChanges: fc.constantFrom(null, []) }),
  }),
);
const endings = fc.constantFrom('done', 'done', 'done', 'ended', 'failed').map((how) => ({ how }));
const sequences = fc.array(fc.oneof({ weight: 3, arbitrary: wishes }, endings), { maxLength: 60 });
const rules = fc.record({ phases: fc.integer({ min: 1, max: 4 }), refreshes: fc.boolean() });

/** Where a world is after its task. */
function carryOut(task: Task, how: 'done' | 'ended' | 'failed', place: Place): Place {
  const reached = (step: number) => ({
    step,
    atRest: step >= 12,
    furthest: Math.max(step, place.furthest),
  });
  if (task.kind === 'tick') return how === 'done' ? reached(place.step + 1) : place;
  // A step that is taken again and is not done leaves the world before it.
  if (task.kind === 'retake') return how === 'done' ? place : reached(place.step - 1);
  if (task.kind === 'walk') return how === 'failed' ? place : reached(task.target);
  return place;
}

describe('the player’s state machine', () => {
  it('keeps its promises under any sequence of events', () => {
    fc.assert(
      fc.property(sequences, rules, (events, its) => {
        let state = initialState(start);
        for (const event of events) {
          const before = state;
          const told = 'how' in event ? endOf(before, event.how) : event;
          if (!told) continue;
          const next = transition(before, told, its);
          state = next.state;
          const endsTask = told.kind === 'done' || told.kind === 'ended' || told.kind === 'failed';
          // At most one task: another begins only where none is under way any more.
          if (next.task) expect(before.underWay === null || endsTask).toBe(true);
          if (next.task) expect(state.underWay?.task).toBe(next.task);
          // Nothing that is wanted is left lying.
          if (!state.underWay) expect(state.waiting).toEqual(nothingWaiting);
          // A walk outside of what is remembered, and a step before the first, are never begun.
          if (next.task?.kind === 'walk') expect(next.task.target).toBeGreaterThanOrEqual(0);
          if (next.task?.kind === 'retake') expect(state.place.step).toBeGreaterThan(0);
          expect(state.progress).toBeGreaterThanOrEqual(0);
          expect(state.progress).toBeLessThanOrEqual(1);
          expect(state.shownPhases).toBeLessThanOrEqual(its.phases - 1);
          expect(phaseOf(state, its) ?? 0).toBeLessThan(its.phases);
        }
      }),
      { seed: 36, numRuns: 2000 },
    );
  });

  it('takes as many steps as were asked for, however long one takes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('forward', 'done', 'time passed')), (kinds) => {
        const its = { phases: 3, refreshes: false };
        let state = initialState(start);
        let presses = 0;
        const tell = (event: PlayerEvent | null) => {
          if (event) state = transition(state, event, its).state;
        };
        for (const kind of kinds) {
          if (kind === 'forward') presses += 1;
          if (kind === 'done') tell(endOf(state, 'done'));
          else if (kind === 'forward') tell({ kind });
          else tell({ kind: 'time passed', ms: 40 });
        }
        while (state.underWay) tell(endOf(state, 'done'));
        expect(state.place.step).toBe(presses);
      }),
      { seed: 37 },
    );
  });

  it('goes one step further back with each press, also on the way there', () => {
    const its = { phases: 1, refreshes: false };
    let state: PlayerState = initialState({ step: 7, atRest: false, furthest: 7 });
    for (let press = 0; press < 3; press++) state = transition(state, { kind: 'back' }, its).state;
    while (state.underWay) {
      state = transition(state, endOf(state, 'done') ?? { kind: 'closed' }, its).state;
    }
    expect(state.place.step).toBe(4);
  });

  it('takes a long step again from its beginning when a value changes, and a short one after it', () => {
    const its = { phases: 1, refreshes: false };
    const turned = { kind: 'values changed', atRest: false } as const;
    const begun = transition(initialState(start), { kind: 'forward' }, its).state;
    const soon = transition(begun, turned, its).state;
    expect(soon.underWay?.isEnding).toBe(false);
    expect(transition(soon, endOf(soon, 'done')!, its).task).toEqual({ kind: 'retake' });
    const later = transition(begun, { kind: 'time passed', ms: 1500 }, its).state;
    const ending = transition(later, turned, its).state;
    expect(ending.underWay?.isEnding).toBe(true);
    expect(transition(ending, endOf(ending, 'ended')!, its).task).toEqual({ kind: 'tick' });
  });

  it('plays on where a refresh frees what came to rest, unless a person has paused it', () => {
    const its = { phases: 1, refreshes: true };
    const told = (state: PlayerState, ...events: PlayerEvent[]) =>
      events.reduce((now, event) => transition(now, event, its).state, state);
    const resting = { step: 1, atRest: true, furthest: 1 };
    const turned = { kind: 'values changed', atRest: true } as const;
    const rested = told(
      initialState(start),
      { kind: 'play' },
      { kind: 'time passed', ms: 1000 },
      { kind: 'done', place: resting },
    );
    expect(rested.playing).toBe(false);
    const freed = { kind: 'done', place: { ...resting, atRest: false } } as const;
    expect(told(rested, turned, freed).playing).toBe(true);
    expect(told(rested, turned, { kind: 'done', place: resting }).playing).toBe(false);
    expect(told(rested, { kind: 'pause' }, turned, freed).playing).toBe(false);
    expect(told(initialState(resting), turned, freed).playing).toBe(false);
  });

  it('starts nothing once its world has ended', () => {
    const its = { phases: 1, refreshes: false };
    const closed = transition(initialState(start), { kind: 'closed' }, its).state;
    expect(transition(closed, { kind: 'forward' }, its).task).toBeNull();
    expect(transition(closed, { kind: 'back' }, its).task).toBeNull();
  });
});

function endOf(state: PlayerState, how: 'done' | 'ended' | 'failed' | string): PlayerEvent | null {
  if (!state.underWay) return null;
  const { task, isEnding } = state.underWay;
  // What was told to end is never done, unless it is a refresh, which is not told.
  const kind = isEnding && how === 'done' ? 'ended' : (how as 'done' | 'ended' | 'failed');
  return { kind, place: carryOut(task, kind, state.place) };
}
