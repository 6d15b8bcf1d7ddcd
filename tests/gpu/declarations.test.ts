import { describe, expect, it } from 'vitest';
import { gradientsKernel } from '../../src/gpu/derivatives/gradients-kernel.ts';
import { slopesKernel } from '../../src/gpu/derivatives/slopes-kernel.ts';
import type { Kernel } from '../../src/gpu/kernel.ts';
import {
  naiveProduct,
  registerProduct,
  registerTiledProduct,
  tallSkinnyProduct,
  tiledProduct,
} from '../../src/gpu/matmul/product-kernels.ts';
import { exactKernels } from '../../src/gpu/meanshift/exact.ts';
import { parseExpression } from '../../src/maths/expression/parse-expression.ts';
import { schemes } from '../../src/maths/finite-difference.ts';

const expression = parseExpression('a x^2 + b', ['x', 'y']);
const products = [
  naiveProduct,
  tiledProduct,
  registerProduct(4, 8),
  registerTiledProduct,
  tallSkinnyProduct(10),
].map(({ kernel }) => kernel);
const [flat, deep] = [exactKernels(2), exactKernels(16)];
const kernels: readonly Kernel[] = [
  ...[flat.tiles, flat.move, flat.sums(1), flat.sums(4), deep.sums(1)],
  ...products,
  ...schemes.map((scheme) => slopesKernel({ expression, scheme, order: 1 })),
  ...schemes.map((scheme) => gradientsKernel({ expression, scheme })),
];

/** The code without its comments. */
const codeOf = ({ body, library = '' }: Kernel) =>
  `${library}\n${body}`.replaceAll(/\/\/.*$/gm, '');

describe.each(kernels.map((it) => [it.name, it] as const))('%s', (_, kernel) => {
  it('reads uniforms that are declared, as numbers that WGSL has', () => {
    const used = new Set(
      [...codeOf(kernel).matchAll(/\buniforms\.(\w+)/g)].map(([, name]) => name),
    );
    expect(used.size).toBeGreaterThan(0);
    expect(Object.keys(kernel.uniforms)).toEqual(expect.arrayContaining([...used]));
    for (const [name, { type }] of Object.entries(kernel.uniforms)) {
      expect(kernel.wgsl).toMatch(new RegExp(`^ {2}${name}: (u32|f32|i32),$`, 'm'));
      // What counts or numbers is whole; a distance or a rate is not.
      const isReal = /^(bandwidth|extent|spacing|rate|unit|steepness|parameter_\w)$/.test(name);
      expect([name, type]).toEqual([name, isReal ? 'f32' : 'u32']);
    }
  });

  it('writes the arrays that are declared to be written, and no others', () => {
    const code = codeOf(kernel);
    for (const [name, { access }] of Object.entries(kernel.bindings)) {
      expect(code).toMatch(new RegExp(`\\b${name}\\[`));
      const isWritten = new RegExp(`\\b${name}\\[[^\\n]*\\] \\+?= `).test(code);
      expect([name, access]).toEqual([name, isWritten ? 'read_write' : 'read']);
    }
  });

  it('says of whatever it explains what it is', () => {
    const { uniforms, bindings, constants = {}, sizes = {}, shared = {} } = kernel;
    const declared = [uniforms, bindings, constants, sizes, shared].flatMap((it) =>
      Object.values<{ readonly comment?: string }>(it),
    );
    const comments = declared.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
    expect(comments.length).toBeGreaterThan(0);
    // A sentence, or its beginning.
    for (const comment of comments) expect(comment).toMatch(/^\S.{10,}[.,]$/s);
  });

  it('has a workgroup that any device runs', () => {
    const { workgroupSize } = kernel;
    expect(workgroupSize).toHaveLength(3);
    const size = workgroupSize.reduce((product, it) => product * it, 1);
    // WebGPU's default limit is 256; less than 64 leaves lanes of a GPU idle.
    expect(size).toBeGreaterThanOrEqual(64);
    expect(size).toBeLessThanOrEqual(256);
  });

  it('keeps its parts apart', () => {
    expect(kernel.wgsl).not.toMatch(/\}(?:fn|struct|const|@)/);
    expect(kernel.wgsl).not.toMatch(/;(?:fn|struct|const|@)/);
  });
});

it('every kernel has a name of its own', () => {
  expect(kernels.map(({ name }) => name)).toEqual([...new Set(kernels.map(({ name }) => name))]);
  expect(slopesKernel({ expression, scheme: 'dual', order: 1 }).name).toBe('slopes (dual)');
  expect(slopesKernel({ expression, scheme: 'dual', order: 2 })).not.toBe(
    slopesKernel({ expression, scheme: 'dual', order: 1 }),
  );
  expect(gradientsKernel({ expression, scheme: 'dual' }).name).toBe('gradients (dual)');
  expect(gradientsKernel({ expression, scheme: 'dual' })).not.toBe(
    slopesKernel({ expression, scheme: 'dual', order: 1 }),
  );
});
