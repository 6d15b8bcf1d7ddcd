import { numberedCells, travellersOf } from '../../../systems/matmul/cells-of.ts';
import { layoutOf } from '../../../systems/matmul/layout.ts';
import type { StageLabel } from '../../../view/scene-view.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { isBegun } from '../sim/is-begun.ts';
import { productText } from '../sim/product-text.ts';
import { valueText } from '../sim/value-text.ts';

/** More values than these are not read one by one. */
const mostLabels = 260;

/** A cell that is not as high as a line has no room for one; CSS pixels. */
const cellPixels = 18;

/** What is written on the picture: the matrices' names and shapes, and values where there is room. */
export function cellLabels(world: EnteredMatmul, time: number, isStill: boolean): StageLabel[] {
  return [
    ...names(world),
    ...stretch(world, time),
    ...values(world),
    ...(isStill ? products(world, time) : []),
  ];
}

function names(world: EnteredMatmul): StageLabel[] {
  const { blocks, product } = world;
  const { rows, columns, terms } = blocks;
  const { gap } = layoutOf(world);
  const { m, k, n } = product;
  const name = (text: string, x: number, y: number): StageLabel => ({
    text,
    x,
    y,
    room: Number.POSITIVE_INFINITY,
  });
  const lift = 0.45 * gap;
  return [
    name(`A (${m}, ${k})`, -gap - terms.count / 2, lift),
    name(`B (${k}, ${n})`, columns.count / 2, gap + terms.count + lift),
    name(`C (${m}, ${n})`, columns.count / 2, -rows.count - lift),
  ];
}

/** What broadcasting does to the shapes, beside the row that it stretches. */
function stretch(world: EnteredMatmul, time: number): StageLabel[] {
  if (world.values.method !== 'broadcast') return [];
  const { blocks, product } = world;
  const { m, k, n } = product;
  const { gap } = layoutOf(world);
  const { rows, terms, columns } = blocks;
  const room = Number.POSITIVE_INFINITY;
  const shapes: StageLabel = {
    text: `(${m}, ${k}, 1) * (${k}, ${n}) → (${m}, ${k}, ${n}) → sum → (${m}, ${n})`,
    x: (columns.count - gap - terms.count) / 2,
    y: -rows.count - 1.2 * gap,
    room,
  };
  if (time >= 0.5 || world.shownStep === null) return [shapes];
  const x = -gap - columns.count / 2;
  return [shapes, { text: 'stride 0', x, y: gap + terms.count + 0.45 * gap, room }];
}

function values(world: EnteredMatmul): StageLabel[] {
  const { components, blocks } = world;
  const cells = numberedCells(world);
  const { Position, Value, Cell } = components;
  const isWhole = Object.values(blocks).every(({ each }) => each === 1);
  if (!isWhole || cells.length > mostLabels) return [];
  const labels: StageLabel[] = [];
  for (const cell of cells) {
    if (Cell.matrix[cell] === 2 && !isBegun(world, Cell.row[cell], Cell.column[cell])) continue;
    const text = valueText(Value.value[cell]);
    labels.push({
      text,
      x: Position.x[cell],
      y: Position.y[cell],
      room: 1,
      least: cellPixels,
      plain: true,
    });
  }
  return labels;
}

/** In the phases of multiplying and summing: the products, where they meet. */
function products(world: EnteredMatmul, time: number): StageLabel[] {
  const { components } = world;
  const { Position, Traveller } = components;
  if (time < 0.4 || time > 0.6 || world.values.method === 'gpu-tiled') return [];
  const seen = new Map<string, StageLabel>();
  for (const traveller of travellersOf(world)) {
    if (Traveller.isActive[traveller] === 0) break;
    const { x, y } = { x: Position.x[traveller], y: Position.y[traveller] };
    const text = `= ${productText(Traveller.product[traveller])}`;
    seen.set(`${x} ${y}`, { text, x, y: y - 0.3, room: 1, least: cellPixels });
    if (seen.size > mostLabels) return [];
  }
  return [...seen.values()];
}
