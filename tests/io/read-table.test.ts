import { describe, expect, it } from 'vitest';
import { chooseColumns, namedColumns, readNumbers } from '../../src/io/choose-columns.ts';
import { isNumeric } from '../../src/io/number-text.ts';
import { mostAxes as mostAxesOfFile } from '../../src/io/read-tensor.ts';
import { mostAxes } from '../../src/maths/einsum/resolve-einsum.ts';
import { readText, readTexts } from '../support/text-file.ts';

const numbersOf = async (content: string, name = 'a.csv', wanted: string | null = null) => {
  const table = await readText(content, name);
  return chooseColumns(table, wanted, name).map((it) => [...readNumbers(table, it, name)]);
};

it('a file can have as many axes as einsum takes', () => {
  expect(mostAxesOfFile).toBe(mostAxes);
});

it('a cell of very many digits that is no number is read in no time', { timeout: 10_000 }, () => {
  expect(isNumeric(`${'9'.repeat(200_000)}x`)).toBe(false);
  expect(isNumeric(`.${'9'.repeat(200_000)}e`)).toBe(false);
});

describe('a delimited text', () => {
  for (const [what, content] of [
    ['commas', 'x,y\n1,2\n3,4\n'],
    ['semicolons', 'x;y\n1;2\n3;4\n'],
    ['tabs', 'x\ty\n1\t2\n3\t4\n'],
    ['bars', 'x|y\n1|2\n3|4\n'],
    ['CRLF', 'x,y\r\n1,2\r\n3,4\r\n'],
    ['CR', 'x,y\r1,2\r3,4\r'],
    ['line ends of two kinds', 'x,y\n1,2\r\n3,4'],
    ['a byte order mark', '\uFEFFx,y\n1,2\n3,4'],
    ['empty lines at the end', 'x,y\n1,2\n3,4\n\n\n'],
    ['quotes', '"x","y"\n"1","2"\n"3","4"\n'],
  ]) {
    it(`is read with ${what}`, async () => {
      const { header, rows } = await readTexts(content, 'a.csv');
      expect({ header, rows }).toEqual({
        header: ['x', 'y'],
        rows: [
          ['1', '2'],
          ['3', '4'],
        ],
      });
    });
  }

  it('knows the true line of a row, past quoted line ends and empty lines', async () => {
    const content = 'x,note\n1,"a\r\nb\nc"\n\n2,d\n?,e\n';
    await expect(numbersOf(content, 'a.csv', 'x')).rejects.toThrow(/line 7, column x/);
  });

  it('takes no first row of numbers for a header, whatever is wrong with them', async () => {
    for (const first of ['1,2', '1,NaN', '1,1e999', '1,']) {
      expect((await readText(`${first}\n3,4\n`, 'a.csv')).header).toBeNull();
    }
    expect((await readText('setosa,1,2\nvirginica,3,4\n', 'a.csv')).header).toBeNull();
  });

  it('does not take decimal commas for two cells each, and says what is wrong with them', async () => {
    await expect(numbersOf('1,5;2\n3,5;4\n')).rejects.toThrow(/line 1, column x: “1,5” .*1\.5/);
  });
});

describe('a JSON table', () => {
  it('may be rows, rows under a header, or objects in any order of keys', async () => {
    for (const content of [
      '[[1,2],[3,4]]',
      '[["x","y"],[1,2],[3,4]]',
      '[{"x":1,"y":2},{"y":4,"x":3}]',
    ]) {
      expect(await numbersOf(content, 'a.json')).toEqual([
        [1, 3],
        [2, 4],
      ]);
    }
  });

  for (const [content, message] of [
    ['[\n[1,2],\n[3,null]]', /a\.json, row 2 \(line 3\), column y: the cell is empty/],
    ['[\n[1,2],\n[3,1e999]]', /row 2 \(line 3\), column y: “1e999” is not a finite number/],
    ['[\n[1,2],\n[3]]', /row 2 \(line 3\): not a row/],
    ['[[1,[2]]]', /row 1 \(line 1\): not a row/],
    ['[{"x":1,"y":2},\n{"x":1,"z":2}]', /row 2 \(line 2\): .*keys x, y/],
    ['[[1,2],\n[3 4]]', /no valid JSON: .*\(line 2, column 4\)/],
    ['{"x":[1,2]}', /no array of rows/],
    ['[]', /holds no rows/],
    ['[["x","y"]]', /a header and no rows/],
    ['[1,2]', /row 1 \(line 1\): not a row/],
  ] as const) {
    it(`${JSON.stringify(content)} is refused with its place`, async () => {
      await expect(numbersOf(content, 'a.json')).rejects.toThrow(message);
    });
  }
});

describe('columns', () => {
  const names = async (content: string) =>
    namedColumns(await readText(content, 'a.csv')).map((it) => it.name);
  const chosen = async (content: string, wanted: string | null = null) =>
    chooseColumns(await readText(content, 'a.csv'), wanted, 'a.csv').map((it) => it.name);

  it('have a name each, also where the header gives none or one twice', async () => {
    expect(await names('x,,x, y \n1,2,3,4\n')).toEqual(['x', 'column_2', 'x_2', 'y']);
    expect(await names('1,2\n')).toEqual(['x', 'y']);
    expect(await names('1,2,3\n')).toEqual(['column_1', 'column_2', 'column_3']);
  });

  it('of numbers are chosen; labels, names and dates are not', async () => {
    const content = 'day,x,Label,name,y,CLUSTER\n2026-11-23,1,7,a,2,0\n2026-11-24,3,7,b,4,0\n';
    expect(await chosen(content)).toEqual(['x', 'y']);
  });

  it('are chosen by name, by number, and by a name with a comma in quotes', async () => {
    expect(await chosen('"a,b",c,d\n1,2,3\n', '"a,b",3')).toEqual(['a,b', 'd']);
    await expect(chosen('a,b\n1,2\n', 'a,3')).rejects.toThrow(
      'no column “3”; its columns are a, b',
    );
  });

  it('take numbers as programs write them, and nothing that merely begins like one', async () => {
    expect(await numbersOf('x,y\n1e3,-.5\n+2, 7. \n')).toEqual([
      [1000, 2],
      [-0.5, 7],
    ]);
    for (const cell of ['12abc', '0x10', '1_000', '--1', '1e', 'Infinity', '-nan', '1e999', ' ']) {
      await expect(numbersOf(`x,y\n1,2\n3,"${cell}"\n`)).rejects.toThrow(
        /^a\.csv, line 3, column y: /,
      );
    }
  });
});
