import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { kernelNames, namedKernel } from '../../src/gpu/matmul/named-kernel.ts';
import {
  candidates,
  naiveProduct,
  registerProduct,
  registerTiledProduct,
  tallRegisterTiledProduct,
  tallSkinnyProduct,
  tiledProduct,
} from '../../src/gpu/matmul/product-kernels.ts';
import { wideProduct } from '../../src/gpu/matmul/wide-product.ts';

/** Label, WGSL file, workgroup and the cells of an invocation, as rows and columns. */
const kernels = [
  [naiveProduct, 'one cell an invocation', 'naive', [16, 16, 1], 1, 1],
  [tiledProduct, 'shared tiles', 'tiled', [16, 16, 1], 1, 1],
  [registerProduct(4, 8), 'registers 4×8', 'register', [8, 8, 1], 4, 8],
  [registerProduct(8, 8), 'registers 8×8', 'register', [8, 8, 1], 8, 8],
  [registerProduct(4, 10, true), 'registers 4×10', 'register', [1, 64, 1], 4, 10],
  [registerTiledProduct, 'shared tiles, registers 4×4', 'register-tiled', [16, 16, 1], 4, 4],
  [tallSkinnyProduct(10), 'tall and skinny, 10 columns', 'tall-skinny', [1, 64, 1], 1, 10],
] as const;

describe.each(kernels)('%j', (product, label, source, workgroupSize, rowsEach, columnsEach) => {
  it('is what its label says', () => {
    expect(product).toMatchObject({ label, source });
    expect(product.kernel.workgroupSize).toEqual(workgroupSize);
    expect(product.kernel.sizes?.rows_each.value).toBe(rowsEach);
    expect(product.kernel.sizes?.columns_each.value).toBe(columnsEach);
    const folder = new URL('../../src/gpu/matmul/', import.meta.url);
    expect(product.kernel.body).toBe(readFileSync(new URL(`${source}.wgsl`, folder), 'utf8'));
  });

  it('fills whole groups, enough of them and not one too many', () => {
    const [x, y] = workgroupSize;
    const group = { rows: rowsEach * y, columns: columnsEach * x };
    expect(product.group).toEqual(group);
    for (const groups of [1, 2, 3]) {
      for (const less of [0, 1, group.rows - 1]) {
        const rows = groups * group.rows - less;
        expect(product.grid(rows, 1)).toEqual([x, groups * y]);
      }
      for (const less of [0, 1, group.columns - 1]) {
        const columns = groups * group.columns - less;
        expect(product.grid(1, columns)).toEqual([groups * x, y]);
      }
    }
  });
});

describe('a product kernel', () => {
  it('is made once for each rectangle, and has a name of its own', () => {
    expect(registerProduct(2, 3)).toBe(registerProduct(2, 3));
    expect(registerProduct(2, 3)).not.toBe(registerProduct(3, 2));
    expect(registerProduct(2, 3)).not.toBe(registerProduct(2, 3, true));
    expect(tallSkinnyProduct(5)).toBe(tallSkinnyProduct(5));
    expect(tallSkinnyProduct(5)).not.toBe(tallSkinnyProduct(6));
    expect(kernels.map(([{ kernel }]) => kernel.name)).toEqual([
      'naive product',
      'tiled product',
      'registers 4×8 product',
      'registers 8×8 product',
      'registers 4×10 product',
      'register-tiled product',
      'tall and skinny product, 10 columns',
    ]);
  });

  it('is a candidate where its shape serves the product', () => {
    const always = [naiveProduct, tiledProduct, registerProduct(4, 8), registerTiledProduct];
    const fours = (across: number, quads = 1) =>
      wideProduct({ rows: 8, quads, across, subgroup: null });
    const shared = (rows: number, across: number, subgroup: number) =>
      wideProduct({ rows, quads: 1, across, subgroup });
    const narrow = (rows: number) =>
      wideProduct({ rows, quads: 4, across: 1, down: 64, subgroup: null });
    const wide = registerProduct(8, 8);
    const skinny = [tallSkinnyProduct(16), registerProduct(1, 16, true)];
    expect(candidates(63, 64)).toEqual(always);
    expect(candidates(64, 63)).toEqual(always);
    expect(candidates(64, 64)).toEqual([...always, wide, fours(16)]);
    expect(candidates(64, 512)).toEqual([...always, wide, fours(64, 2)]);
    expect(candidates(128, 64)).toEqual([...always, wide, fours(16), tallRegisterTiledProduct]);
    // Subgroups of two are none that can hand a row on.
    expect(candidates(64, 64, 2)).toEqual([...always, wide, fours(16)]);
    expect(candidates(64, 64, 8)).toEqual([
      ...always,
      wide,
      fours(16),
      shared(8, 16, 8),
      shared(16, 16, 8),
    ]);
    expect(candidates(64, 512, 32)).toEqual([
      ...always,
      wide,
      fours(64, 2),
      shared(8, 64, 32),
      shared(16, 64, 32),
    ]);
    expect(candidates(255, 16)).toEqual([...always, ...skinny]);
    expect(candidates(256, 16)).toEqual([
      ...always,
      ...skinny,
      registerProduct(4, 16, true),
      narrow(1),
      narrow(4),
    ]);
    expect(candidates(256, 17)).toEqual(always);
  });

  it('is found by the name that people choose it by', async () => {
    const compute = createCpuBackend('the test');
    const named = (name: (typeof kernelNames)[number], n: number) =>
      namedKernel(name, compute, { m: 2, k: 2, n });
    expect(await named('naive', 20)).toBe(naiveProduct);
    expect(await named('tiled', 20)).toBe(tiledProduct);
    expect(await named('register', 20)).toBe(registerProduct(4, 8));
    expect(await named('register-tiled', 20)).toBe(registerTiledProduct);
    expect(await named('tall-skinny', 5)).toBe(tallSkinnyProduct(5));
    expect(await named('tall-skinny', 20)).toBe(tallSkinnyProduct(16));
    expect(candidates(2, 2)).toContain(await named('fastest', 2));
    expect(kernelNames).toHaveLength(6);
  });
});
