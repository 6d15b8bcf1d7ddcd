import { type WeightKernel, weight } from '../../../maths/weight-kernel.ts';
import { shownX, shownY } from '../../../points/point-places.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';

/** More lines than this tell no more. */
const most = 300;
const leastWeight = 0.01;

/** Some of the points around one, relative to it, in world units. */
export interface Neighbours {
  readonly count: number;
  readonly row: Uint32Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
  readonly weight: Float64Array;
  /**
   * Finds them anew, where everything is shown at this moment: those that weigh more than 1 %, or
   * `everyone`. Of more than 300 it takes an even sample, which shows how the kernel falls where the
   * heaviest alone would all be the same.
   */
  find(
    centre: number,
    progress: number,
    kernel: WeightKernel,
    bandwidth: number,
    everyone: boolean,
  ): void;
}

export function createNeighbours(places: MeanShiftPlaces): Neighbours {
  const row = new Uint32Array(most);
  const dx = new Float64Array(most);
  const dy = new Float64Array(most);
  const weights = new Float64Array(most);
  let count = 0;

  return {
    get count() {
      return count;
    },
    row,
    dx,
    dy,
    weight: weights,
    find(centre, progress, kernel, bandwidth, everyone) {
      const x = shownX(places, centre, progress);
      const y = shownY(places, centre, progress);
      const weightOf = (other: number) => {
        const square =
          (shownX(places, other, progress) - x) ** 2 + (shownY(places, other, progress) - y) ** 2;
        return weight(kernel, square / bandwidth ** 2);
      };
      let candidates = everyone ? places.count : 0;
      for (let other = 0; !everyone && other < places.count; other++) {
        if (weightOf(other) > leastWeight) candidates += 1;
      }
      // A power of two, so that the sample stays when the number changes a little.
      const stride = 2 ** Math.max(0, Math.ceil(Math.log2(candidates / most)));
      count = 0;
      for (let other = 0; other < places.count && count < most; other += stride) {
        if (other === centre) continue;
        const w = weightOf(other);
        if (!everyone && w <= leastWeight) continue;
        row[count] = other;
        dx[count] = shownX(places, other, progress) - x;
        dy[count] = shownY(places, other, progress) - y;
        weights[count] = w;
        count += 1;
      }
    },
  };
}
