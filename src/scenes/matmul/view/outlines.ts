import { Graphics } from 'pixi.js';
import { numberedCells } from '../../../systems/matmul/cells-of.ts';
import { layoutOf } from '../../../systems/matmul/layout.ts';
import type { CellRanges } from '../../../systems/matmul/world.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { Theme } from '../../../view/theme.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { blockReach } from './block-reach.ts';

/** What is outlined: what a step works on, and what a cell of C that is looked at is made of. */
export interface Outlined {
  /** The step that is on its way. */
  readonly step: number | null;
  /** The row of a cell; of a cell of A or B nothing is outlined. */
  readonly looked: number | null;
  /** Sizes that are being dragged. */
  readonly preview: Sizes | null;
}

/** Lines around the matrices, around what is worked on or looked at, and around the blocks of a kernel. */
export interface Outlines {
  readonly graphics: Graphics;
  draw(outlined: Outlined, theme: Theme, scale: number): void;
  dispose(): void;
}

/** Sizes of the product, in cells. */
export interface Sizes {
  readonly rows: number;
  readonly columns: number;
  readonly terms: number;
}

export function createOutlines(world: EnteredMatmul): Outlines {
  const graphics = new Graphics();
  const changes = createChangeWatcher();
  const { blocks, kernel, walk } = world;
  const { Cell } = world.components;
  const cells = numberedCells(world);
  const { gap } = layoutOf(world);
  const { isWhole } = blockReach(world);

  /** From the upper left corner; a matrix's cells are one unit wide. */
  const box = (left: number, top: number, width: number, height: number) =>
    graphics.rect(left, top - height, width, height);

  function matrices({ rows, columns, terms }: Sizes): void {
    box(-gap - terms, 0, terms, rows);
    box(0, gap + terms, columns, terms);
    box(0, 0, columns, rows);
  }

  function lit({ rows, columns, terms }: CellRanges): void {
    const size = ([first, end]: readonly [number, number]) => end - first;
    const top = gap + blocks.terms.count;
    box(-gap - blocks.terms.count + terms[0], -rows[0], size(terms), size(rows));
    box(columns[0], top - terms[0], size(columns), size(terms));
    box(columns[0], -rows[0], size(columns), size(rows));
  }

  /** The row and the column whose product a cell of C is. */
  function madeOf(looked: number | null): CellRanges | null {
    const cell = looked === null ? undefined : cells[looked];
    if (cell === undefined || Cell.matrix[cell] !== 2) return null;
    const [i, j] = [Cell.row[cell] / blocks.rows.each, Cell.column[cell] / blocks.columns.each];
    return { rows: [i, i + 1], columns: [j, j + 1], terms: [0, blocks.terms.count] };
  }

  /** The workgroups that the grid is launched in; some of their invocations have no cell. */
  function groups(): void {
    if (!kernel) return;
    const down = kernel.group.rows / blocks.rows.each;
    const across = kernel.group.columns / blocks.columns.each;
    for (let row = 0; row < blocks.rows.count; row += down) {
      for (let column = 0; column < blocks.columns.count; column += across) {
        box(column, -row, across, down);
      }
    }
  }

  return {
    graphics,
    draw({ step, looked, preview }, theme, scale) {
      const sizes = preview ?? {
        rows: blocks.rows.count,
        columns: blocks.columns.count,
        terms: blocks.terms.count,
      };
      const { rows, columns, terms } = sizes;
      if (!changes(step, looked, rows, columns, terms, theme, scale)) return;
      graphics.clear();
      matrices(sizes);
      const isPreview = preview !== null;
      graphics.stroke({
        width: (isPreview ? 2 : 1) / scale,
        color: isPreview ? theme.accent : theme.inkSoft,
        alpha: isPreview ? 1 : 0.5,
      });
      if (isPreview) return;
      // Not a step's business: the grid is launched once, for all of C.
      if (kernel && (step !== null || isWhole)) {
        groups();
        graphics.stroke({ width: 1.5 / scale, color: theme.accent, alpha: 0.7 });
      }
      if (step !== null) {
        lit(walk.at(step));
        graphics.stroke({ width: 2 / scale, color: theme.ink });
      }
      const ranges = madeOf(looked);
      if (ranges) {
        lit(ranges);
        graphics.stroke({ width: 2.5 / scale, color: theme.accent });
      }
    },
    dispose: () => graphics.destroy(),
  };
}
