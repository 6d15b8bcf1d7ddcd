import { formatNumber } from '../../../base/format-number.ts';
import type { Focus, MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import type { Shown, StageLabel } from '../../../view/scene-view.ts';
import { phases } from '../sim/phases.ts';
import type { MeanShiftPlaces } from './mean-shift-places.ts';
import { measuredNeighbours } from './measured-neighbours.ts';

export interface DistanceLabels {
  /** The points whose distances are written on the picture now. */
  rows(shown: Pick<Shown, 'phase' | 'progress'>): readonly number[];
  labels(moment: SceneMoment): readonly StageLabel[];
}

const none: readonly number[] = [];

/** In the phase of distances a few of them are written on their lines. */
export function createDistanceLabels(
  world: MeanShiftWorld,
  places: MeanShiftPlaces,
): DistanceLabels {
  let measured = none;
  /** What they were chosen for. */
  let chosenFor: Focus | null = null;

  function rows({ phase, progress }: Pick<Shown, 'phase' | 'progress'>): readonly number[] {
    const { focus } = world;
    if (!focus || phase === null || progress < 1 || phases[phase].name !== 'distances') return none;
    if (focus !== chosenFor) {
      measured = measuredNeighbours(places, focus);
      chosenFor = focus;
    }
    return measured;
  }

  return {
    rows,
    labels: ({ phase, isStill }) =>
      rows({ phase, progress: isStill ? 1 : 0 }).map((row) => {
        const centre = world.focus?.row ?? row;
        const distance = places.distance(row);
        return {
          text: formatNumber(distance),
          x: (places.x(centre) + places.x(row)) / 2,
          y: (places.y(centre) + places.y(row)) / 2,
          room: distance,
        };
      }),
  };
}
