import { numberedCells, travellersOf } from '../../../systems/matmul/cells-of.ts';
import { layoutOf } from '../../../systems/matmul/layout.ts';
import { createChangeWatcher } from '../../../view/change-watcher.ts';
import type { OpenSceneView } from '../../../view/scene-view.ts';
import { currentTheme } from '../../../view/theme.ts';
import { cellAt } from '../sim/cell-at.ts';
import { cellNumbers } from '../sim/cell-numbers.ts';
import type { MatmulDescription } from '../sim/describe.ts';
import { isBegun } from '../sim/is-begun.ts';
import type { SceneWorld } from '../sim/scene-world.ts';
import { blockReach } from './block-reach.ts';
import { caption } from './captions.ts';
import { cellColour } from './cell-colour.ts';
import { cellField } from './cell-field.ts';
import { cellLabels } from './cell-labels.ts';
import { createCellSheet } from './cell-sheet.ts';
import { createOutlines } from './outlines.ts';
import { paintTravellers } from './paint-travellers.ts';
import { createSizeHandles } from './size-handles.ts';
import { timeOf } from './timeline.ts';

/** A cell is a little smaller than its place, where there is room to see it. */
const cellSize = (scale: number) => (scale > 8 ? 1 - 2 / scale : 1);

export const openView: OpenSceneView<SceneWorld, MatmulDescription> = (world, stage, requests) => {
  stage.showGrid(false);
  const { components, blocks } = world;
  const { Position, Colour, Cell } = components;
  const cells = numberedCells(world);
  const sheet = createCellSheet(cells.length);
  const flight = createCellSheet(travellersOf(world).length);
  const outlines = createOutlines(world);
  const sizes = createSizeHandles(world, requests);
  stage.root.addChild(sheet.container, outlines.graphics, flight.container);
  const { gap } = layoutOf(world);
  const margin = 0.7 * gap;
  /** A stretched row is as wide as B. */
  const reachLeft = world.values.method === 'broadcast' ? blocks.columns.count : 0;
  const reach = blockReach(world);
  const changes = createChangeWatcher();

  function paintCells(isLit: boolean): void {
    const theme = currentTheme();
    const size = cellSize(stage.camera.scale);
    if (!changes(world.step, world.shownStep, isLit, theme, size)) return;
    for (const [row, cell] of cells.entries()) {
      const isEmpty =
        Cell.matrix[cell] === 2 &&
        !isBegun(world, Cell.row[cell] / blocks.rows.each, Cell.column[cell] / blocks.columns.each);
      const lit = isLit ? Colour.lit[cell] : 0;
      sheet.paint(row, {
        x: Position.x[cell],
        y: Position.y[cell],
        size,
        colour: isEmpty ? theme.grid : cellColour(Colour.shade[cell], lit, theme),
        alpha: isEmpty ? 0.6 : 1,
      });
    }
  }

  return {
    bounds: () => ({
      left: -gap - Math.max(blocks.terms.count, reachLeft) - margin,
      right: reach.right + margin,
      bottom: -reach.down - margin - (world.values.method === 'broadcast' ? gap : 0),
      top: gap + blocks.terms.count + margin,
    }),
    draw(shown) {
      const time = timeOf(shown);
      const isShown = time < 1 && world.shownStep !== null;
      paintCells(isShown);
      paintTravellers(world, flight, isShown ? time : 1, cellSize(stage.camera.scale));
      const step = isShown ? world.shownStep : null;
      const looked = shown.hovered ?? shown.picked;
      outlines.draw({ step, looked, preview: sizes.preview }, currentTheme(), stage.camera.scale);
    },
    pick: (x, y) => cellAt(world, x, y),
    place: (row) => ({ x: Position.x[cells[row]], y: Position.y[cells[row]] }),
    handles: () => sizes.handles,
    fields: ({ looked }) => cellField(world, looked, requests),
    labels: ({ phase, isStill }) =>
      cellLabels(world, timeOf({ phase, progress: isStill ? 1 : 0 }), isStill),
    readout(_, row) {
      const numbers = row === null ? null : cellNumbers(world, row);
      if (row === null || !numbers) return null;
      return { rows: [numbers], x: Position.x[cells[row]], y: Position.y[cells[row]] };
    },
    caption,
    dispose() {
      for (const part of [sheet, flight, outlines]) part.dispose();
      stage.showGrid(true);
    },
  };
};
