import naive from './naive.wgsl?raw';
import { type ProductKernel, productKernel } from './product-kernel.ts';
import register from './register.wgsl?raw';
import registerTiled from './register-tiled.wgsl?raw';
import tallSkinny from './tall-skinny.wgsl?raw';
import tiled from './tiled.wgsl?raw';

/** The side of a tile that a workgroup shares, and of the workgroup: one value of it an invocation. */
export const tileSide = 16;

/** The lesson's kernel: one invocation, one cell, in blocks of 16×16. */
export const naiveProduct = productKernel({
  name: 'naive product',
  label: 'one cell an invocation',
  source: 'naive',
  body: naive,
  workgroupSize: [16, 16, 1],
  rowsEach: 1,
  columnsEach: 1,
});

/** Tiles of 16×16 in memory that a workgroup shares. */
export const tiledProduct = productKernel({
  name: 'tiled product',
  label: 'shared tiles',
  source: 'tiled',
  body: tiled,
  workgroupSize: [tileSide, tileSide, 1],
  constants: { tile: { value: tileSide, comment: 'The side of a tile, and of the workgroup.' } },
  shared: { tile_a: { length: 'tile * tile' }, tile_b: { length: 'tile * tile' } },
  rowsEach: 1,
  columnsEach: 1,
});

const registerProducts = new Map<string, ProductKernel>();

/**
 * Rectangles of cells in registers, read from the buffers themselves.
 *
 * @param isUpright whether a rectangle is as wide as the product: the workgroup then stands upright
 */
export function registerProduct(
  rowsEach: number,
  columnsEach: number,
  isUpright = false,
): ProductKernel {
  const label = `registers ${rowsEach}×${columnsEach}`;
  return kept(registerProducts, `${label} ${isUpright}`, () =>
    productKernel({
      name: `${label} product`,
      label,
      source: 'register',
      body: register,
      workgroupSize: isUpright ? [1, 64, 1] : [8, 8, 1],
      rowsEach,
      columnsEach,
    }),
  );
}

/** Rectangles of cells in registers, read from tiles that a workgroup shares. */
export const registerTiledProduct = productKernel({
  name: 'register-tiled product',
  label: 'shared tiles, registers 4×4',
  source: 'register-tiled',
  body: registerTiled,
  workgroupSize: [tileSide, tileSide, 1],
  constants: {
    side: {
      value: tileSide,
      comment: 'The side of the workgroup, and how many terms a tile holds.',
    },
  },
  shared: {
    tile_a: { length: 'side * rows_each * side' },
    tile_b: { length: 'side * side * columns_each' },
  },
  rowsEach: 4,
  columnsEach: 4,
});

/** How many rows a workgroup fills. */
const skinnyRows = 64;
const tallSkinnyProducts = new Map<string, ProductKernel>();

/** A whole row of a narrow product an invocation, read from a shared tile. */
export function tallSkinnyProduct(columns: number): ProductKernel {
  return kept(tallSkinnyProducts, `${columns}`, () =>
    productKernel({
      name: `tall and skinny product, ${columns} columns`,
      label: `tall and skinny, ${columns} columns`,
      source: 'tall-skinny',
      body: tallSkinny,
      workgroupSize: [1, skinnyRows, 1],
      constants: {
        tile_rows: { value: skinnyRows, comment: 'Rows of a workgroup, and terms of a tile.' },
        tile_terms: { value: 16 },
      },
      shared: {
        tile_a: {
          length: 'tile_rows * (tile_terms + 1)',
          comment:
            'A row is one longer than it needs to be: neighbours then read from different banks.',
        },
      },
      rowsEach: 1,
      columnsEach: columns,
    }),
  );
}

function kept(
  known: Map<string, ProductKernel>,
  key: string,
  make: () => ProductKernel,
): ProductKernel {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}

/** What may be the fastest for a product of so many rows and columns, on one adapter or another. */
export function candidates(rows: number, columns: number): readonly ProductKernel[] {
  const all = [naiveProduct, tiledProduct, registerProduct(4, 8), registerTiledProduct];
  if (rows >= 64 && columns >= 64) all.push(registerProduct(8, 8));
  if (columns <= mostSkinny) {
    all.push(tallSkinnyProduct(columns), registerProduct(1, columns, true));
    if (rows >= 256) all.push(registerProduct(4, columns, true));
  }
  return all;
}

const mostSkinny = 16;
