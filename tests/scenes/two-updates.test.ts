import { expect, it } from 'vitest';
import { createTwoUpdates } from '../../src/scenes/meanshift/lesson/two-updates.ts';
import { describeEachBackend } from '../support/each-backend.ts';
import { lessonPoints } from '../support/lesson-points.ts';

/** The same two updates in f64: the largest distance to the own cluster's mean, sweep by sweep. */
function reference(inPlace: boolean, sweeps: number): number[] {
  let points = lessonPoints.map(({ x, y }) => ({ x, y }));
  const farthest = () => {
    let most = 0;
    for (let cluster = 0; cluster < 6; cluster++) {
      const own = points.slice(cluster * 250, (cluster + 1) * 250);
      const x = own.reduce((sum, point) => sum + point.x, 0) / 250;
      const y = own.reduce((sum, point) => sum + point.y, 0) / 250;
      for (const point of own) most = Math.max(most, Math.hypot(point.x - x, point.y - y));
    }
    return most;
  };
  const distances = [farthest()];
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const seen = inPlace ? points : points.map((point) => ({ ...point }));
    const moved = points.map((point, i) => {
      let [weights, sumX, sumY] = [0, 0, 0];
      const { x, y } = seen[i];
      for (const other of seen) {
        const weight = Math.exp(-((other.x - x) ** 2 + (other.y - y) ** 2) / (2 * 2.5 ** 2));
        weights += weight;
        sumX += weight * other.x;
        sumY += weight * other.y;
      }
      const mean = { x: sumX / weights, y: sumY / weights };
      if (inPlace) Object.assign(point, mean);
      return mean;
    });
    if (!inPlace) points = moved;
    distances.push(farthest());
  }
  return distances;
}

describeEachBackend('the two updates of the lesson', (backend) => {
  it('go on the same points as in f64: in place leads, all at once wins', async () => {
    const two = await createTwoUpdates(backend());
    const sweeps = 4;
    for (let sweep = 0; sweep < sweeps; sweep++) await two.sweep();
    const [inPlace, allAtOnce] = two.updates.map(({ distances }) => distances);
    two.dispose();

    const expected = [reference(true, sweeps), reference(false, sweeps)];
    for (const [i, shown] of [inPlace, allAtOnce].entries()) {
      expect(shown).toHaveLength(sweeps + 1);
      // 1e-4 of 2.5: far above f32's rounding at coordinates of 35, far below what is told apart.
      for (const [sweep, distance] of shown.entries()) {
        expect(Math.abs(distance - expected[i][sweep])).toBeLessThan(2.5e-4);
      }
    }
    // Both begin at the same place; news at once leads at first, and a cube beats a factor.
    expect(inPlace[0]).toBe(allAtOnce[0]);
    expect(inPlace[2]).toBeLessThan(allAtOnce[2]);
    expect(allAtOnce[4]).toBeLessThan(inPlace[4]);
    expect(inPlace[3] / inPlace[4]).toBeGreaterThan(5);
  });
});
