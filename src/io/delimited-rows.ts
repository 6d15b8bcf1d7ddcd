import Papa from 'papaparse';
import { createPause } from '../base/create-pause.ts';
import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { decodePieces } from './decode-pieces.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import type { ReadOptions } from './read-options.ts';
import type { FoundRows, RowSource } from './row-source.ts';
import type { TextFile } from './text-file.ts';

/** A row of more characters than this has a quote that nobody closed. */
const longestRow = 2 ** 24;

/**
 * The rows of a CSV or TSV, read piece by piece. Lines that are empty or of spaces alone are passed
 * over and counted; `""` is a cell.
 */
export function delimitedRows(file: TextFile, options: ReadOptions): RowSource {
  const label = shorten(file.name, 60);
  return {
    label,
    keys: () => null,
    placeOf: (_, line) => `line ${line}`,
    blocks: () => readBlocks(file, label, options),
  };
}

async function* readBlocks(file: TextFile, label: string, options: ReadOptions) {
  const pause = createPause(options.signal);
  let delimiter: string | null = null;
  let rest = '';
  let line = 1;
  let unreadTo = 0;
  for (const { text, isLast, part } of normalized(file)) {
    rest += text;
    // A row that goes over many pieces is looked at again only when it has doubled.
    if (!isLast && rest.length < unreadTo) continue;
    delimiter ??= detectDelimiter(rest, isLast);
    const found = parse(rest, delimiter, line, isLast, label);
    if (!isLast && found.end === 0 && rest.length > longestRow) {
      throw new InputError(
        `${label}, line ${line}: a row of more than ${longestRow.toLocaleString('en')} characters; close its quote`,
      );
    }
    rest = rest.slice(found.end);
    unreadTo = 2 * rest.length;
    line = found.nextLine;
    options.progress?.(`reading ${label}, ${Math.floor(100 * part)} %`);
    yield found;
    await pause();
  }
}

/** The file's pieces with `\n` at the end of each line, whatever ended it. */
function* normalized(file: TextFile) {
  let held = '';
  let done = 0;
  for (const piece of decodePieces(file)) {
    const text = held + piece;
    // The other half of a \r\n may be in the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    done += piece.length;
    const whole = held ? text.slice(0, -1) : text;
    const part = Math.min(1, done / file.bytes.length);
    yield { text: whole.replace(/\r\n?/g, '\n'), isLast: false, part };
  }
  yield { text: held ? '\n' : '', isLast: true, part: 1 };
}

interface Parsed extends FoundRows {
  /** Where the text goes on that is not read yet. */
  readonly end: number;
  readonly nextLine: number;
}

function parse(
  text: string,
  delimiter: string,
  firstLine: number,
  isLast: boolean,
  label: string,
): Parsed {
  const rows: string[][] = [];
  const lines: number[] = [];
  let emptyLines = 0;
  let line = firstLine;
  let end = 0;
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    step({ data: [data], errors, meta: { cursor } }: Papa.ParseResult<string[]>) {
      if (cursor === end) return;
      if (errors.length > 0) {
        const [{ message }] = errors;
        throw new InputError(`${label}, line ${line}: ${message}; close or double the quote`);
      }
      if (data.length > 1 || text.slice(end, cursor).trim() !== '') {
        rows.push(data);
        lines.push(line);
      } else {
        emptyLines += 1;
      }
      // A cell in quotes may go over several lines.
      for (let at = text.indexOf('\n', end); at >= 0 && at < cursor; ) {
        line += 1;
        at = text.indexOf('\n', at + 1);
      }
      end = cursor;
    },
  });
  parser.parse(text, 0, !isLast);
  return { rows, lines, emptyLines, end, nextLine: line };
}
