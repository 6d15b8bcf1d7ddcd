import type { Bounds } from '../view/camera.ts';
import type { SceneMoment } from '../view/scene-moment.ts';
import type { Handle, SceneView, StageField, StageLabel } from '../view/scene-view.ts';
import type { StageReadout } from '../view/stage-readout.ts';
import type { Description } from '../world/description.ts';
import type { World } from '../world/world.ts';

/** What lies over the stage at the moment that is shown; nothing where the view has none of it. */
export interface BoundView {
  pick(x: number, y: number, reach: number): number | null;
  /** Where a row's point is now, in world units; null where there is none. */
  place(row: number): { readonly x: number; readonly y: number } | null;
  handles(): readonly Handle[];
  fields(): readonly StageField[];
  labels(): readonly StageLabel[];
  caption(): string;
  /** What is pointed at, in numbers; null where that is nothing. */
  readout(
    place: { readonly x: number; readonly y: number },
    row: number | null,
  ): StageReadout | null;
  closeUp(): Bounds | null;
}

export function bindView<W extends World, D extends Description>(
  view: () => SceneView<W, D>,
  moment: () => SceneMoment<W, D>,
): BoundView {
  return {
    pick: (x, y, reach) => view().pick?.(x, y, reach) ?? null,
    place(row) {
      const place = view().place?.(row);
      return place && Number.isFinite(place.x) && Number.isFinite(place.y) ? place : null;
    },
    handles: () => view().handles?.(moment()) ?? [],
    fields: () => view().fields?.(moment()) ?? [],
    labels: () => view().labels?.(moment()) ?? [],
    caption: () => view().caption?.(moment()) ?? '',
    readout: (place, row) => view().readout?.(place, row, moment()) ?? null,
    closeUp: () => view().closeUp?.(moment()) ?? null,
  };
}
