import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkNumbers, mostNumbers } from '../../src/io/growing-numbers.ts';
import { mostJsonBytes } from '../../src/io/json-content.ts';
import { readTable } from '../../src/io/read-table.ts';
import { readTensor } from '../../src/io/read-tensor.ts';
import { readText, readTexts, textFile } from '../support/text-file.ts';

describe('a first row', () => {
  for (const [first, isHeader] of [
    ['x,y', true],
    ['NA,2.0', false],
    ['NA,NA', false],
    ['?,2', false],
    ['"",2', false],
    [',2', false],
    ['null,none', true],
    ['1,2', false],
    ['x,2019', true],
    ['NA,K', true],
    [',y', true],
  ] as const) {
    it(`${first} is ${isHeader ? 'a header' : 'a row'}`, async () => {
      const { header, rows } = await readTexts(`${first}\n3,4\n5,6\n`, 'a.csv');
      expect(header !== null).toBe(isHeader);
      expect(rows).toHaveLength(isHeader ? 2 : 3);
    });
  }

  it('that names only columns of words could be any other row', async () => {
    const { header, rows } = await readTexts('ann,new,NA\nbob,old,3\n', 'a.csv');
    expect({ header, rows: rows.length }).toEqual({ header: null, rows: 2 });
  });

  it('that was taken for a header and could have been data is told', async () => {
    for (const first of ['x,2019', 'NA,K', ',y']) {
      const { notices } = await readTexts(`${first}\n3,4\n`, 'a.csv');
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatch(/^a\.csv, line 1: taken for the header/);
    }
    expect((await readTexts('x,y\n3,4\n', 'a.csv')).notices).toEqual([]);
    const json = await readTexts('[["x", 2019], [3, 4]]', 'a.json');
    expect(json.notices[0]).toMatch(/^a\.json, row 1 \(line 1\): taken for the header/);
  });

  it('of a JSON file is a row, too, if it has to be', async () => {
    for (const content of ['[["NA", 2], [3, 4]]', '[[null, 2], [3, 4]]', '[["1", "2"], [3, 4]]']) {
      expect((await readTexts(content, 'a.json')).rows).toHaveLength(2);
    }
  });
});

describe('nothing is dropped', () => {
  it('but empty lines, which are counted', async () => {
    const { rows, notices } = await readTexts('x,y\n\n1,2\n  \n3,4\n\n', 'a.csv');
    expect(rows).toHaveLength(2);
    expect(notices).toEqual(['a.csv: 3 empty lines were passed over']);
    const matrix = await readTensor(textFile('1\n\n2\n', 'a.csv'));
    expect(matrix).toMatchObject({
      shape: [2, 1],
      notices: ['a.csv: 1 empty line was passed over'],
    });
  });

  it('not a quoted cell that is empty, nor a comment, nor a header that comes again', async () => {
    expect((await readTexts('""\n\n', 'a.csv')).rows).toEqual([['']]);
    expect((await readTexts('1\n""\n2\n', 'a.csv')).rows).toHaveLength(3);
    await expect(readText('# words\nx,y\n1,2\n', 'a.csv')).rejects.toThrow(/line 2: 2 cells/);
    expect((await readTexts('x,y\n1,2\nx,y\n3,4\n', 'a.csv')).rows).toHaveLength(3);
    expect((await readTexts('1,2,\n3,4,\n', 'a.csv')).rows[0]).toEqual(['1', '2', '']);
  });

  it('where a text is cut into pieces: rows, quotes and line ends over their seams', async () => {
    // A piece has 128 KiB: rows of every length lie across its end in one of the runs.
    const cell = fc.oneof(
      fc.nat().map(String),
      fc.constantFrom('a\nb', 'é,ü', '"', ' ', '\u{1f600}', 'x'.repeat(70_000)),
    );
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.nat({ max: 70_000 }),
        async (rows, end, padding) => {
          const all = [['x', 'y'], ['1', `${'p'.repeat(padding)}`], ...rows, ['3', '4']];
          const content = all.map((row) => row.map(quote).join(',')).join(end);
          const read = await readTexts(content, 'a.csv');
          expect([read.header, ...read.rows]).toEqual(all);
        },
      ),
      { seed: 16, numRuns: 40 },
    );
  });

  it('and each row keeps its line, over many pieces', async () => {
    const good = Array.from({ length: 40_000 }, (_, i) => `${i},"${i}"`);
    const content = ['x,y', ...good, 'slip,1'].join('\r\n');
    const { columns, length } = await readText(content, 'a.csv');
    expect(length).toBe(40_001);
    expect(columns[0].firstBad).toMatchObject({ row: 40_000, place: 'line 40002', text: 'slip' });
    expect(columns[1].values[39_999]).toBe(39_999);
  });

  it('of a JSON text nested too deep, or that is none, with one sentence', async () => {
    const deep = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
    await expect(readTensor(textFile(deep, 'a.json'))).rejects.toThrow(
      'a.json, line 1, column 65: arrays in more than 64 levels; a tensor has at most 64 axes',
    );
    await expect(readText(deep, 'a.json')).rejects.toThrow(/row 1 \(line 1\): not a row/);
    const legal = `${'['.repeat(64)}1${']'.repeat(64)}`;
    expect((await readTensor(textFile(legal, 'a.json'))).shape).toHaveLength(64);
  });

  it('reads exactly the JSON that JSON.parse reads, as nested arrays', async () => {
    const piece = fc.constantFrom(
      ...['[', ']', ',', ' ', '\n', '1', '-0', '01', '1.', '.5', '1e5', '1e', '+1', '"NaN"', 'NaN'],
      ...['//', '/*a*/', "'", '\u00a0', '\ufeff', '[1,2]', '[[1],[2]]'],
    );
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant('NaN'));
    const sizes = fc.array(fc.nat({ max: 3 }), { maxLength: 4 });
    const nested = sizes.chain((shape) =>
      shape.reduceRight<fc.Arbitrary<unknown>>(
        (inner, size) => fc.array(inner, { minLength: size, maxLength: size }),
        value,
      ),
    );
    const written = fc.oneof(
      fc.array(piece, { minLength: 1 }).map((pieces) => pieces.join('')),
      fc.tuple(nested, fc.nat({ max: 2 })).map(([it, indent]) => JSON.stringify(it, null, indent)),
    );
    let tensors = 0;
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const read = await readTensor(textFile(text, 'a.json')).catch(() => null);
        const parsed = parseJson(text.replace(/^\ufeff/, ''));
        const expected = parsed && tensorOf(parsed.value);
        if (expected) tensors += 1;
        expect(read && { shape: read.shape, data: [...read.data] }).toEqual(expected);
      }),
      { seed: 17, numRuns: 1000 },
    );
    expect(tensors).toBeGreaterThan(300);
  });
});

/** What JSON.parse makes of a text, in a record of its own: null is a value, too. */
function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Of nested arrays of numbers, or of "NaN", the shape and all numbers; null for any other value. */
function tensorOf(value: unknown): { shape: number[]; data: number[] } | null {
  if (typeof value === 'number') return { shape: [], data: [value] };
  if (value === 'NaN') return { shape: [], data: [Number.NaN] };
  if (!Array.isArray(value)) return null;
  const inner = value.map(tensorOf);
  const shape = inner[0]?.shape ?? [];
  // Nothing stands behind an axis of size 0.
  const isEven = inner.every((it) => it && `${it.shape}` === `${shape}`);
  if (!isEven) return null;
  return { shape: [value.length, ...shape], data: inner.flatMap((it) => it!.data) };
}

it('a long file lets the event loop go on', async () => {
  // A clock that only looking at it moves.
  let now = 0;
  let tasks = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 12));
  let counting = setImmediate(function count() {
    tasks += 1;
    counting = setImmediate(count);
  });
  onTestFinished(() => {
    clearImmediate(counting);
    vi.restoreAllMocks();
  });
  const content = `x,y\n${'1,2\n'.repeat(400_000)}`;
  const { length } = await readText(content, 'a.csv');
  expect(length).toBe(400_000);
  // In 1.6 MB there are 13 pieces of 128 KiB, and a slice of 20 ms is over after every second look.
  expect(tasks).toBeGreaterThanOrEqual(6);
});

it('more rows, or numbers, than memory is taken for are refused before it is taken', async () => {
  const file = textFile('1,2\n3,4\n5,6\n', 'a.csv');
  expect((await readTable(file, { mostRows: 3 })).length).toBe(3);
  await expect(readTable(file, { mostRows: 2 })).rejects.toThrow(
    'a.csv has more than 2 rows, the most that memory is taken for; give fewer',
  );
  const huge = { name: 'a.json', bytes: new Uint8Array(mostJsonBytes + 1) };
  await expect(readTable(huge)).rejects.toThrow(/a\.json has 129 MiB, and JSON of at most 128 MiB/);
  expect(() => checkNumbers(mostNumbers, 'a.csv')).not.toThrow();
  expect(() => checkNumbers(mostNumbers + 1, 'a.csv')).toThrow(/134,217,728 numbers/);
});

it('reading ends with the reason of its signal', async () => {
  const controller = new AbortController();
  const reading = readTable(textFile('1,2\n'.repeat(400_000), 'a.csv'), {
    signal: controller.signal,
    progress: () => controller.abort(new Error('enough')),
  });
  await expect(reading).rejects.toThrow('enough');
});
