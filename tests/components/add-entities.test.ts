import { createWorld, hasComponent, query } from 'bitecs';
import { expect, it } from 'vitest';
import { addEntities } from '../../src/components/add-entities.ts';
import { component, createStores } from '../../src/components/component.ts';

const Position = component({ x: Float64Array, y: Float64Array });
const Row = component({ index: Uint32Array });
const Mark = component({ kind: Uint32Array });

const open = (capacity: number) => {
  const components = createStores({ Position, Row, Mark }, capacity);
  return createWorld({ components });
};

it('gives each entity its row of the columns, and nothing that was not named', async () => {
  const world = open(5);
  const { components } = world;
  const points = await addEntities(world, 3, {
    Position: { x: [1, 2, 3], y: 7 },
    Row: { index: [0, 1, 2] },
  });
  const [mark] = await addEntities(world, 1, { Position: {}, Mark: { kind: 4 } });
  expect([...query(world, [components.Position, components.Row])]).toEqual([...points]);
  expect(Array.from(points, (it) => components.Position.x[it])).toEqual([1, 2, 3]);
  expect(Array.from(points, (it) => components.Position.y[it])).toEqual([7, 7, 7]);
  expect(components.Position.x[mark]).toBe(0);
  expect(components.Mark.kind[mark]).toBe(4);
  expect(hasComponent(world, points[0], components.Mark)).toBe(false);
});

it('keeps two worlds apart that number their entities alike', async () => {
  const [one, other] = [open(1), open(1)];
  const [a] = await addEntities(one, 1, { Position: { x: 1 } });
  const [b] = await addEntities(other, 1, { Position: { x: 2 } });
  expect(a).toBe(b);
  expect(one.components.Position.x[a]).toBe(1);
  expect(other.components.Position.x[b]).toBe(2);
});
