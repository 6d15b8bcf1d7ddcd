import { describe, expect, it } from 'vitest';
import { createScope } from '../../src/base/scope.ts';
import { createCpuBackend } from '../../src/gpu/cpu-backend.ts';
import { decodeState, emptyState, encodeState } from '../../src/page/page-state.ts';
import { parameters } from '../../src/scenes/matmul/parameters.ts';
import { scene } from '../../src/scenes/matmul/scene.ts';
import { describe as describeWorld } from '../../src/scenes/matmul/sim/describe.ts';
import { readEdits, withEdit } from '../../src/scenes/matmul/sim/edited-cells.ts';
import { enterMatmul } from '../../src/scenes/matmul/sim/enter-matmul.ts';
import { checkPlayable, operandsOf, shapeOf } from '../../src/scenes/matmul/sim/operands.ts';
import { productText } from '../../src/scenes/matmul/sim/product-text.ts';
import { valueText } from '../../src/scenes/matmul/sim/value-text.ts';
import { cellField } from '../../src/scenes/matmul/view/cell-field.ts';
import { numberedCells } from '../../src/systems/matmul/cells-of.ts';
import { defaultValues } from '../../src/world/parameters.ts';
import { resolveValues } from '../../src/world/resolve-values.ts';
import { referenceProduct } from '../support/reference-product.ts';

const values = (own: Partial<ReturnType<typeof defaultValues<typeof parameters>>>) => ({
  ...defaultValues(parameters),
  ...own,
});

const resolved = (own: Parameters<typeof values>[0]) => resolveValues(parameters, values(own));

describe('the operands of a preset', () => {
  it('leave A as it is when B is the identity', async () => {
    const { a, b, ...shape } = await operandsOf(resolved({ preset: 'identity' }));
    expect([...referenceProduct(a, b, shape)]).toEqual([...a]);
  });

  it('turn the points of a square by 30 degrees', async () => {
    const { a, b, ...shape } = await operandsOf(resolved({ preset: 'rotation' }));
    const turned = referenceProduct(a, b, shape);
    for (let point = 0; point < shape.n; point++) {
      const angle = Math.atan2(b[shape.n + point], b[point]) + Math.PI / 6;
      const length = Math.hypot(b[point], b[shape.n + point]);
      expect(turned[point]).toBeCloseTo(length * Math.cos(angle), 12);
      expect(turned[shape.n + point]).toBeCloseTo(length * Math.sin(angle), 12);
    }
  });

  it('have the lesson’s shape, and grey values from 0 to 1', async () => {
    const { a, m, k, n } = await operandsOf(resolved({ preset: 'lesson' }));
    expect([m, k, n]).toEqual([5, 784, 10]);
    expect(a.every((grey) => grey >= 0 && grey <= 1)).toBe(true);
    // Rows of different digits differ; the fifth image shows the third’s digit.
    expect([...a.subarray(0, 784)]).not.toEqual([...a.subarray(784, 1568)]);
    expect([...a.subarray(2 * 784, 3 * 784)]).toEqual([...a.subarray(4 * 784)]);
  });

  it('hold what was typed over them', async () => {
    const { a, b } = await operandsOf(resolved({ edits: 'a1,2=5.5 b0,0=-inf b9,9=1' }));
    expect(a[5]).toBe(5.5);
    expect(b[0]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('are too many for memory, or for a page, with a sentence that says what would do', () => {
    expect(() => shapeOf(resolved({ m: 20_000, k: 20_000, n: 1 }))).toThrow(
      '3.20 GB for A, B and C, and 1.07 GB fit',
    );
    expect(() => checkPlayable({ m: 5000, k: 5000, n: 5000 })).toThrow('1.25e+11 products');
    expect(() => checkPlayable({ m: 50_000, k: 784, n: 10 })).not.toThrow();
  });

  it('are refused by the scene before anything is made', async () => {
    const compute = createCpuBackend('test');
    await expect(scene.enter(values({ m: 5000, k: 5000, n: 5000 }), compute)).rejects.toThrow(
      'a page plays at most',
    );
  });
});

describe('an edit', () => {
  it('takes the place of an older one of the same cell, and of no other', () => {
    const edits = withEdit('a0,1=5 b2,0=-1', { matrix: 'a', row: 0, column: 1, value: 7 });
    expect(readEdits(edits)).toEqual([
      { matrix: 'b', row: 2, column: 0, value: -1 },
      { matrix: 'a', row: 0, column: 1, value: 7 },
    ]);
  });

  it.each(['a0,0=1e400', 'a0,0=-1e400', `a0,0=${'9'.repeat(400)}`])('%s is too large', (text) => {
    expect(() => readEdits(text)).toThrow('is larger than a number can be');
  });

  it.each(['a0', 'c0,0=1', 'a0,0=', 'a-1,0=1', 'a0,0=one'])('%s is none', (text) => {
    expect(() => readEdits(text)).toThrow('is no edited cell');
  });
});

describe('a minus before 0', () => {
  const inverse = (value: number) => 1 / value;

  it('is typed, shown, kept in the address, and is what is multiplied', async () => {
    const compute = createCpuBackend('test');
    const world = await scene.enter(values({ preset: 'random' }), compute);
    const asked = new Map<string, number | string | null>();
    const requests = {
      setValue: (name: string, value: number | string | null) => asked.set(name, value),
    };
    const [before] = cellField(world, 1, requests);
    expect(before.set('−0')).toBe(null);
    const edits = String(asked.get('edits'));
    world.scope.end();
    const state = { ...emptyState, values: { edits } };
    const linked = decodeState(encodeState(state, parameters), parameters).state.values;
    expect(linked).toEqual({ edits: 'a0,1=-0' });
    const { a } = await operandsOf(resolved({ preset: 'random', ...linked }));
    expect(inverse(a[1])).toBe(Number.NEGATIVE_INFINITY);

    const there = await scene.enter(values({ preset: 'random', ...linked }), compute);
    const { Value } = there.components;
    expect(inverse(Value.value[numberedCells(there)[1]])).toBe(Number.NEGATIVE_INFINITY);
    expect(cellField(there, 1, requests)[0].value).toBe('-0');
    const { looked } = describeWorld(there, { row: 1, phase: null });
    expect(looked).toContain('−0');
    there.scope.end();
  });

  it('stays where another cell is edited after it', () => {
    const edits = withEdit('a0,0=-0', { matrix: 'b', row: 0, column: 0, value: 2 });
    expect(inverse(readEdits(edits)[0].value)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('is not read in a product that is 0', () => {
    expect(valueText(-0)).toBe('−0');
    expect(valueText(0)).toBe('0');
    expect(productText(0 * -3)).toBe('0');
    expect(productText(2 * -3)).toBe('−6');
  });
});

describe('the summary', () => {
  it('says that values are not finite, where they are', async () => {
    const compute = createCpuBackend('test');
    const loops = { method: 'loops', kernel: 'fastest' } as const;
    const a = Float64Array.of(1, Number.NaN, 2, 3);
    const b = Float64Array.of(1, 2, 3, 4);
    const shape = { m: 2, k: 2, n: 2 };
    const odd = await enterMatmul(loops, { ...shape, a, b }, compute, createScope());
    const nothing = { row: null, phase: null };
    expect(describeWorld(odd, nothing).summary).toContain('1 of the values is NaN or infinite');
    const even = await enterMatmul(loops, { ...shape, a: b, b }, compute, createScope());
    expect(describeWorld(even, nothing).summary).not.toContain('NaN');
  });
});
