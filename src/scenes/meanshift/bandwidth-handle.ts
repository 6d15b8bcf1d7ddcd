import type { MeanShiftWorld } from '../../systems/mean-shift/world.ts';
import type { Handle, ViewRequests } from '../../view/scene-view.ts';
import { parameters } from './parameters.ts';
import type { PointPlaces } from './point-places.ts';

const { step, min, max } = parameters.bandwidth;

/** The edge of a point's halo: dragging it is turning the bandwidth. */
export function bandwidthHandle(
  world: MeanShiftWorld,
  places: PointPlaces,
  requests: ViewRequests,
): (row: number) => Handle {
  const set = (bandwidth: number) => {
    const rounded = Math.round(Math.max(step, bandwidth) / step) * step;
    requests.setValue('bandwidth', Number(rounded.toFixed(4)));
  };
  return (row) => ({
    id: 'bandwidth',
    label: 'bandwidth',
    at: () => ({ x: places.x(row) + world.values.bandwidth, y: places.y(row) }),
    dragTo: (x, y) => set(Math.hypot(x - places.x(row), y - places.y(row))),
    nudge: (dx, dy, large) => set(world.values.bandwidth + (dx + dy) * step * (large ? 10 : 1)),
    value: {
      now: world.values.bandwidth,
      min,
      max: Math.max(max, world.values.bandwidth),
      text: `${world.values.bandwidth} data units`,
    },
  });
}
