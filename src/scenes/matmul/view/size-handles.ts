import { layoutOf } from '../../../systems/matmul/layout.ts';
import type { Handle, ViewRequests } from '../../../view/scene-view.ts';
import { parameters } from '../parameters.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import type { Sizes } from './outlines.ts';

/** The matrices' edges: dragging one changes a size when it is let go. */
export interface SizeHandles {
  readonly handles: readonly Handle[];
  /** The sizes that are dragged to now, in cells, or null. */
  readonly preview: Sizes | null;
}

export function createSizeHandles(world: EnteredMatmul, requests: ViewRequests): SizeHandles {
  const { blocks } = world;
  const { gap } = layoutOf(world);
  const sizes = {
    rows: blocks.rows.count,
    columns: blocks.columns.count,
    terms: blocks.terms.count,
  };
  let preview: Sizes | null = null;

  function sizeHandle(
    id: 'm' | 'k' | 'n',
    axis: keyof Sizes,
    at: (cells: number) => { x: number; y: number },
    cellsAt: (x: number, y: number) => number,
    grows: (dx: number, dy: number) => number,
  ): Handle {
    const { size, each } = blocks[axis];
    const { label, max } = parameters[id];
    return {
      id,
      label: `${label}: ${parameters[id].help}`,
      at: () => at(preview?.[axis] ?? sizes[axis]),
      dragTo(x, y) {
        preview = { ...sizes, [axis]: Math.max(1, Math.round(cellsAt(x, y))) };
      },
      drop() {
        const wanted = preview?.[axis] ?? sizes[axis];
        preview = null;
        if (wanted !== sizes[axis]) requests.setValue(id, wanted * each);
      },
      nudge: (dx, dy, large) =>
        requests.setValue(id, Math.max(1, size + grows(dx, dy) * (large ? 10 : 1))),
      value: { now: size, min: 1, max: Math.max(max, size), text: `${size}` },
    };
  }

  const handles = [
    sizeHandle(
      'm',
      'rows',
      (cells) => ({ x: -gap - sizes.terms / 2, y: -cells }),
      (_, y) => -y,
      (dx, dy) => dx - dy,
    ),
    sizeHandle(
      'k',
      'terms',
      (cells) => ({ x: -gap - cells, y: -sizes.rows / 2 }),
      (x) => -gap - x,
      (dx, dy) => dy - dx,
    ),
    sizeHandle(
      'n',
      'columns',
      (cells) => ({ x: cells, y: gap + sizes.terms / 2 }),
      (x) => x,
      (dx, dy) => dx + dy,
    ),
  ];
  return {
    handles,
    get preview() {
      return preview;
    },
  };
}
