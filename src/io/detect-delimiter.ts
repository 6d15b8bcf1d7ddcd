import Papa from 'papaparse';
import { isMeantAsNumber, isNumeric } from './number-text.ts';

const delimiters = ['\t', ';', ',', '|'];
const rowsLookedAt = 20;

/**
 * What parts the cells of a delimited text. The delimiter that gives each row the same number of
 * cells, and of several the one with most numbers among them: `1,5;2,5` are two decimal commas and
 * not three cells. Where the rows are ragged with each, the one that the first row has most of.
 *
 * @param text with `\n` at the end of its lines
 * @param isWhole false if the last row may go on
 */
export function detectDelimiter(text: string, isWhole: boolean): string {
  const tried = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      preview: rowsLookedAt,
    });
    const seen = isWhole || data.length < 2 ? data : data.slice(0, -1);
    const rows = seen.filter((row) => row.length > 1 || row[0]?.trim());
    const width = rows[0]?.length ?? 1;
    const cells = rows.flat();
    return {
      delimiter,
      width,
      isEven: width > 1 && rows.every((row) => row.length === width),
      numbers: cells.filter(isNumber).length / cells.length,
    };
  });
  const even = tried.filter(({ isEven }) => isEven);
  const [best] =
    even.length > 0
      ? even.sort((a, b) => b.numbers - a.numbers || b.width - a.width)
      : tried.sort((a, b) => b.width - a.width);
  return best.width > 1 ? best.delimiter : ',';
}

const isNumber = (cell: string) =>
  isNumeric(cell.replace(',', '.')) || (isMeantAsNumber(cell) && !/[;,|\t]/.test(cell));
