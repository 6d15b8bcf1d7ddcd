import { query } from 'bitecs';
import { weight } from '../../maths/weight-kernel.ts';
import type { MeanShiftWorld } from './world.ts';

const leastHeavy = 0.01;

/**
 * Works out, for the point that is looked at, what a step does with it: every point's distance and
 * weight, the weighted sum of the differences, and the mean that it would move to.
 */
export function weighNeighbours(world: MeanShiftWorld): void {
  const { focus, components, resolved } = world;
  if (!focus) return;
  const { Position, Row, Influence } = components;
  const points = query(world, [Position, Row, Influence]);
  const centre = points.find((point) => Row.index[point] === focus.row);
  if (centre === undefined) return;
  const x = Position.x[centre];
  const y = Position.y[centre];
  let weightSum = 0;
  let heavy = 0;
  let pullX = 0;
  let pullY = 0;
  for (const point of points) {
    const dx = Position.x[point] - x;
    const dy = Position.y[point] - y;
    const distance = Math.hypot(dx, dy);
    const w = weight(resolved.kernel, (distance / resolved.bandwidth) ** 2);
    Influence.distance[point] = distance;
    Influence.weight[point] = w;
    weightSum += w;
    if (w > leastHeavy) heavy += 1;
    pullX += w * dx;
    pullY += w * dy;
  }
  let median: number | undefined;
  const medianDistance = () => {
    median ??= middleOf(Float64Array.from(points, (point) => Influence.distance[point]));
    return median;
  };
  Object.assign(focus, { entity: centre, weightSum, heavy, medianDistance, pullX, pullY });
  focus.meanX = x + pullX / weightSum;
  focus.meanY = y + pullY / weightSum;
}

const middleOf = (distances: Float64Array) => distances.sort()[Math.floor(distances.length / 2)];
