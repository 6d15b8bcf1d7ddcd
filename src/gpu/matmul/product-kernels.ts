import naive from './naive.wgsl?raw';
import { type ProductKernel, productKernel } from './product-kernel.ts';
import register from './register.wgsl?raw';
import registerTiled from './register-tiled.wgsl?raw';
import tallSkinny from './tall-skinny.wgsl?raw';
import tiled from './tiled.wgsl?raw';
import { wideProduct } from './wide-product.ts';

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
const registerTiledOf = (name: string, rowsEach: number, columnsEach: number) =>
  productKernel({
    name,
    label: `shared tiles, registers ${rowsEach}×${columnsEach}`,
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
    rowsEach,
    columnsEach,
  });

/** A workgroup fills 64×64 cells. */
export const registerTiledProduct = registerTiledOf('register-tiled product', 4, 4);

/** A workgroup fills 128×64 cells. */
export const tallRegisterTiledProduct = registerTiledOf('tall register-tiled product', 8, 4);

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

/**
 * What may be the fastest for a product of so many rows and columns, on one adapter or another.
 *
 * @param subgroup how many invocations a subgroup has; null where there are none
 */
export function candidates(
  rows: number,
  columns: number,
  subgroup: number | null = null,
): readonly ProductKernel[] {
  const all = [naiveProduct, tiledProduct, registerProduct(4, 8), registerTiledProduct];
  if (rows >= 64 && columns >= 64) all.push(registerProduct(8, 8), ...wide(columns, subgroup));
  if (rows >= 128 && columns >= 64) all.push(tallRegisterTiledProduct);
  if (columns <= mostSkinny) {
    all.push(tallSkinnyProduct(columns), registerProduct(1, columns, true));
    if (rows >= 256) {
      const narrow = { quads: Math.ceil(columns / 4), across: 1, down: 64, subgroup: null };
      all.push(registerProduct(4, columns, true));
      all.push(wideProduct({ ...narrow, rows: 1 }), wideProduct({ ...narrow, rows: 4 }));
    }
  }
  return all;
}

const mostSkinny = 16;

/** Fours of a row: so many invocations side by side that a row of the product has work for them. */
function wide(columns: number, subgroup: number | null): readonly ProductKernel[] {
  const across = columns >= 512 ? 64 : 16;
  const alone = wideProduct({ rows: 8, quads: columns >= 512 ? 2 : 1, across, subgroup: null });
  // A subgroup must lie within one row of a workgroup, and a row be one of its lanes'.
  if (subgroup === null || subgroup < 4) return [alone];
  const wideEnough = Math.max(across, subgroup);
  const shared = [8, 16].map((rows) =>
    wideProduct({ rows, quads: 1, across: wideEnough, subgroup }),
  );
  return [alone, ...shared];
}
