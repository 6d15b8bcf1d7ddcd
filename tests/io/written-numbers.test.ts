import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../src/io/choose-columns.ts';
import { formatTable, type TableFormat } from '../../src/io/format-table.ts';
import { formatTensor } from '../../src/io/format-tensor.ts';
import { jsonText } from '../../src/io/json-text.ts';
import { readNumber } from '../../src/io/read-number.ts';
import { readTensor } from '../../src/io/read-tensor.ts';
import { shortestFloat32 } from '../../src/io/shortest-float32.ts';
import { tablePieces } from '../../src/io/table-pieces.ts';
import { collect } from '../support/collect.ts';
import { readText, readTexts, textFile } from '../support/text-file.ts';

const formats: readonly TableFormat[] = ['csv', 'tsv', 'json'];

/** Any bits at all; NaN is one value, whatever its payload. */
const f64 = fc
  .bigInt({ min: 0n, max: 2n ** 64n - 1n })
  .map((bits) => new Float64Array(BigUint64Array.of(bits).buffer)[0]);
const f32 = fc
  .nat({ max: 2 ** 32 - 1 })
  .map((bits) => new Float32Array(Uint32Array.of(bits).buffer)[0]);
const special = fc.constantFrom(
  ...[-0, 0, 123456792, 0.10000000149011612, 5e-324, 1.7976931348623157e308, 1e21, 1e-7],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53 + 2],
);
const value = fc.oneof(f64, f32, special);

const oneNaN = (it: number) => (Number.isNaN(it) ? Number.NaN : it);
const bits = (values: ArrayLike<number>) => [
  ...new BigUint64Array(Float64Array.from(values, oneNaN).buffer),
];
const bits32 = (values: ArrayLike<number>) => [
  ...new Uint32Array(Float32Array.from(values, oneNaN).buffer),
];

describe('what is written reads back to the same bits,', () => {
  for (const format of formats) {
    it(`a tensor as ${format}`, async () => {
      const tensor = fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
        .chain(([rows, columns]) =>
          fc.array(value, { minLength: rows * columns, maxLength: rows * columns }).map((data) => ({
            shape: [rows, columns],
            data: Float64Array.from(data),
          })),
        );
      await fc.assert(
        fc.asyncProperty(tensor, async (written) => {
          const text = (await collect(formatTensor(written, format))).join('');
          const read = await readTensor(textFile(text, `a.${format}`));
          expect(read.shape).toEqual(written.shape);
          expect(bits(read.data)).toEqual(bits(written.data));
        }),
        { seed: 26, numRuns: 300 },
      );
    });

    it(`an f32 tensor as ${format}, whether it is read as f64 or as f32`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(f32, { minLength: 1 }), async (values) => {
          const data = Float64Array.from(values);
          const pieces = await collect(formatTensor({ shape: [1, data.length], data }, format));
          const read = await readTensor(textFile(pieces.join(''), `a.${format}`));
          expect(bits(read.data)).toEqual(bits(data));
          expect(bits32(read.data)).toEqual(bits32(Float32Array.from(values)));
        }),
        { seed: 27 },
      );
    });

    it(`the columns of a table as ${format}, finite or not`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1 }), async (rows) => {
          const name = `a.${format}`;
          const text = (await collect(tablePieces(['x', 'y'], [rows], format))).join('');
          expect(text).toBe(formatTable(['x', 'y'], rows, format));
          const read = await readTexts(text, name);
          expect(read.header).toEqual(['x', 'y']);
          const numbers = read.rows.flat().map((cell) => readNumber(cell)!);
          expect(bits(numbers)).toEqual(bits(rows.flat()));
        }),
        { seed: 28, numRuns: 300 },
      );
    });
  }

  it('a column of finite numbers, read as one', async () => {
    const finite = value.filter(Number.isFinite);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(finite, finite), { minLength: 1 }), async (rows) => {
        const table = await readText(formatTable(['x', 'y'], rows, 'csv'), 'a.csv');
        const x = readNumbers(table, { index: 0, name: 'x' }, 'a.csv');
        expect(bits(x)).toEqual(bits(rows.map(([first]) => first)));
      }),
      { seed: 29 },
    );
  });

  it('a rank of three in JSON, and a cell of a CSV digit for digit', async () => {
    const data = Float64Array.of(-0, 1, 0.1, Number.NaN, 1e300, 5e-324, -1e-7, 3);
    const text = (await collect(formatTensor({ shape: [2, 2, 2], data }, 'json'))).join('');
    const { shape, data: read } = await readTensor(textFile(text, 'a.json'));
    expect(shape).toEqual([2, 2, 2]);
    expect(bits(read)).toEqual(bits(data));
    const cells = ['12345678901234567890', '1.10', '+.5', '-.5', '7.', '7.e2', '-0', '1e400'];
    expect(
      formatTable(
        ['a'],
        cells.map((it) => [it]),
        'json',
      ).match(/: (.*)\}/g),
    ).toEqual(
      ['12345678901234567890', '1.10', '0.5', '-0.5', '7', '7e2', '-0', '"1e400"'].map(
        (it) => `: ${it}}`,
      ),
    );
  });

  it('an f32 in its shortest text', () => {
    fc.assert(
      fc.property(f32, (it) => {
        expect(bits32([Number(shortestFloat32(it))])).toEqual(bits32([it]));
      }),
      { seed: 30, numRuns: 1000 },
    );
    expect(shortestFloat32(-0)).toBe('-0');
  });

  it('the report, in which "NaN" and "Infinity" are texts', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const { a } = JSON.parse(jsonText({ a: values, b: undefined, c: null, d: 'e"' }));
        expect(bits(a.map(Number))).toEqual(bits(values));
      }),
      { seed: 31 },
    );
    expect(jsonText({ a: [-0, Number.NaN], b: undefined, 'c"': null })).toBe(
      '{"a":[-0,"NaN"],"c\\"":null}',
    );
  });
});

it('an empty cell alone in its row is no empty line', async () => {
  const rows = [['1'], [''], ['2']];
  for (const format of ['csv', 'tsv'] as const) {
    const read = await readTexts(formatTable(['x'], rows, format), `a.${format}`);
    expect(read).toEqual({ header: ['x'], rows, notices: [] });
  }
});
