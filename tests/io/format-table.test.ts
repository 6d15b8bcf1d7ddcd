import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/io/format-table.ts';
import { shortestFloat32 } from '../../src/io/shortest-float32.ts';
import { collect } from '../support/collect.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { readText, readTexts } from '../support/text-file.ts';

describe('a formatted table', () => {
  it('quotes what needs quotes, and reads back as it was', async () => {
    const header = ['a,b', 'c"d', 'e'];
    const rows = [['line\nend', ' space', ''].map((text) => `${text}`)];
    for (const format of ['csv', 'tsv'] as const) {
      const back = await readTexts(formatTable(header, rows, format), `a.${format}`);
      expect(back).toMatchObject({ header, rows });
    }
  });

  it('keeps the cells of a JSON file as they were written', async () => {
    const table = await readText('[{"x": 1.0, "id": "007", "ok": null}]', 'a.json');
    const rows = (await collect(table.blocks())).flat();
    expect(formatTable(['x', 'id', 'ok'], rows, 'json')).toBe(
      '[\n {"x": 1.0, "id": "007", "ok": null}\n]\n',
    );
    expect(formatTable(['x', 'id', 'ok'], rows, 'csv')).toBe('x,id,ok\n1.0,007,\n');
  });

  it('makes JSON numbers of a CSV’s numbers, and of nothing else', () => {
    const text = formatTable(['a', 'b', 'c', 'd'], [['+.5', '007', '0x10', 'NaN']], 'json');
    expect(JSON.parse(text)).toEqual([{ a: 0.5, b: '007', c: '0x10', d: 'NaN' }]);
  });
});

it('a float32 is written with the fewest digits that read back to it', () => {
  // As numpy prints them.
  for (const [value, text] of [
    [26.20373, '26.20373'],
    [0.1, '0.1'],
    [16777216, '16777216'],
    [1 / 3, '0.33333334'],
  ] as const) {
    expect(shortestFloat32(Math.fround(value))).toBe(text);
  }
  for (const { x } of lessonPoints) expect(Math.fround(Number(shortestFloat32(x)))).toBe(x);
});
