import { query } from 'bitecs';
import { expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { component } from '../../src/components/component.ts';
import { entitiesByRow } from '../../src/components/entities-by-row.ts';
import { Position } from '../../src/components/position.ts';
import { PreviousPosition } from '../../src/components/previous-position.ts';
import { Row } from '../../src/components/row.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import { addRows } from '../../src/world/add-rows.ts';
import { mirroredPlaces } from '../../src/world/mirrored-places.ts';
import { openWorld } from '../../src/world/open-world.ts';
import { seriesMemory } from '../../src/world/series-memory.ts';
import { capture, restore } from '../../src/world/snapshot.ts';
import { retakeTick, tick } from '../../src/world/tick.ts';
import type { Schedule } from '../../src/world/world.ts';
import { countLive } from '../support/count-live.ts';
import { describeEachBackend } from '../support/each-backend.ts';

const Mark = component({ kind: Uint32Array });
const components = { Position, PreviousPosition, Row, Mark };

/** Adds to every number what is fixed for its row, `times` times. */
const add = declareKernel({
  name: 'add',
  workgroupSize: [64, 1, 1],
  uniforms: { count: { type: 'u32' }, times: { type: 'f32' } },
  bindings: {
    fixed: { access: 'read', element: 'real' },
    places: { access: 'read_write', element: 'real' },
    marks: { access: 'read_write', element: 'u32' },
  },
  body: `
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= uniforms.count) {
    return;
  }
  places[id.x] += uniforms.times * fixed[id.x];
  places[uniforms.count + id.x] += uniforms.times * fixed[id.x];
  marks[id.x] = 10u + id.x;
}`,
  cpu({ first, last, uniforms: { count, times }, buffers: { fixed, places, marks } }) {
    for (let i = first; i < last; i++) {
      places[i] += times * fixed[i];
      places[count + i] += times * fixed[i];
      marks[i] = 10 + i;
    }
  },
});

describeEachBackend('rows of entities and their buffers', (backend) => {
  async function open(count: number) {
    const scope = createScope();
    const { compute, live } = countLive(backend());
    const world = openWorld({
      values: { times: 1 },
      compute,
      scope,
      components,
      capacity: 2 * count,
    });
    const { Position: now, PreviousPosition: before, Mark: mark } = world.components;
    const begin = { x: Array.from({ length: count }, (_, row) => row), y: 100 };
    const { places, marks } = await addRows(
      world,
      count,
      { Position: begin, PreviousPosition: begin, Mark: {} },
      {
        places: { fields: mirroredPlaces(now, before) },
        marks: { element: 'u32', fields: [{ now: mark.kind }], isResult: true },
      },
    );
    const { fixed } = await addRows(
      world,
      count,
      { Position: { x: begin.x.map((row) => 2 * row), y: 0 } },
      { fixed: { fields: [{ now: now.x }], isFixed: true } },
    );
    await compute.compile(add);
    const own = compute.within(scope);
    const dispatch = {
      kind: 'dispatch',
      kernel: add,
      uniforms: { count, times: 1 },
      buffers: { fixed, places, marks },
      grid: [count],
      work: count,
    } as const;
    return { live, world: Object.assign(world, { add: own.record([dispatch]), sums: [0] }) };
  }
  type RowWorld = Awaited<ReturnType<typeof open>>['world'];

  const placesOf = (world: RowWorld) => {
    const { Position, Row, Mark } = world.components;
    return Array.from(entitiesByRow(world, Row, [Mark]), (it) => [Position.x[it], Position.y[it]]);
  };
  const schedule: Schedule<RowWorld> = {
    compute: [
      (world) => {
        world.add.setUniforms({ times: world.values.times });
        world.work.push(world.add);
      },
    ],
    settle: [
      (world) => {
        world.sums[world.step - 1] = placesOf(world).reduce((sum, [x]) => sum + x, 0);
      },
    ],
    ...seriesMemory(({ sums }: RowWorld) => sums, 8),
  };

  it('are moved on the device and read in the components, and give everything back', async () => {
    const { world, live } = await open(3);
    expect(placesOf(world)).toEqual([
      [0, 100],
      [1, 100],
      [2, 100],
    ]);
    await tick(world, schedule, world.values);
    expect(placesOf(world)).toEqual([
      [0, 100],
      [3, 102],
      [6, 104],
    ]);
    const { Mark, Row, Position } = world.components;
    expect(Array.from(entitiesByRow(world, Row, [Mark]), (it) => Mark.kind[it])).toEqual([
      10, 11, 12,
    ]);
    // What is fixed is where it was: 0, 2, 4 beside the three that moved.
    expect([...query(world, [Position, Row])]).toHaveLength(6);
    expect(world.mirrors).toHaveLength(2);
    world.scope.end();
    expect(live.size).toBe(0);
  });

  it('take a step again from where they were before it', async () => {
    const { world } = await open(3);
    await tick(world, schedule, { times: 1 });
    await tick(world, schedule, { times: 1 });
    await retakeTick(world, schedule, { times: 10 });
    expect(placesOf(world)).toEqual([
      [0, 100],
      [23, 122],
      [46, 144],
    ]);
    expect(world.sums).toEqual([9, 69]);
    world.scope.end();
  });

  it('come back to a step that was captured, with the series as long as it was', async () => {
    const { world } = await open(2);
    await tick(world, schedule, { times: 1 });
    const kept = capture(world, schedule);
    await tick(world, schedule, { times: 1 });
    expect(world.sums).toEqual([3, 5]);
    restore(world, schedule, kept);
    world.step = 1;
    expect(world.sums).toEqual([3]);
    await tick(world, schedule, { times: 1 });
    expect(placesOf(world)).toEqual([
      [0, 100],
      [5, 104],
    ]);
    world.scope.end();
  });
});
