import type { MeanShiftWorld } from '../../../systems/meanshift/world.ts';
import type { Handle } from '../../../view/scene-view.ts';
import { parameters } from '../parameters.ts';

const { step, min, max } = parameters.bandwidth;
const directions = 16;

/** The picked point as the handle sees it, in world units. */
export interface HandleSurroundings {
  /** Where the point of a row is shown. */
  place(row: number): { readonly x: number; readonly y: number };
  /** Whether a place is on the stage. */
  isVisible(x: number, y: number): boolean;
  setBandwidth(value: number): void;
}

/** The edge of a point's halo: dragging it is turning the bandwidth. */
export function createBandwidthHandle(
  { resolved }: MeanShiftWorld,
  { place, isVisible, setBandwidth }: HandleSurroundings,
): (row: number) => Handle {
  /** Where on the edge it was taken last, in radians. */
  let angle = 0;

  const set = (bandwidth: number) => {
    const rounded = Math.round(Math.max(step, bandwidth) / step) * step;
    setBandwidth(Number(rounded.toFixed(4)));
  };

  function onEdge(row: number, towards: number) {
    const { x, y } = place(row);
    return {
      x: x + resolved.bandwidth * Math.cos(towards),
      y: y + resolved.bandwidth * Math.sin(towards),
    };
  }

  /** Where it was taken, or, if that lies off the stage, the nearest part of the edge that does not. */
  function at(row: number) {
    for (let turn = 0; turn <= directions / 2; turn++) {
      for (const side of turn === 0 ? [1] : [1, -1]) {
        const edge = onEdge(row, angle + (side * turn * 2 * Math.PI) / directions);
        if (isVisible(edge.x, edge.y)) return edge;
      }
    }
    return onEdge(row, angle);
  }

  return (row) => {
    const distance = (x: number, y: number) => {
      const centre = place(row);
      return Math.hypot(x - centre.x, y - centre.y);
    };
    const turnTo = (x: number, y: number) => {
      const centre = place(row);
      angle = Math.atan2(y - centre.y, x - centre.x);
    };
    return {
      id: 'bandwidth',
      label: 'bandwidth',
      at: () => at(row),
      dragTo(x, y) {
        turnTo(x, y);
        set(distance(x, y));
      },
      edge: {
        isAt: (x, y, reach) => Math.abs(distance(x, y) - resolved.bandwidth) <= reach,
        moveTo: turnTo,
      },
      nudge: (dx, dy, large) => set(resolved.bandwidth + (dx + dy) * step * (large ? 10 : 1)),
      value: {
        now: resolved.bandwidth,
        min,
        max: Math.max(max, resolved.bandwidth),
        text: `${resolved.bandwidth} data units`,
      },
    };
  };
}
