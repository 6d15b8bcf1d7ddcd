import { quoted } from '../base/quoted.ts';

/** A finite decimal number, as spreadsheets and programs write it. */
export const isNumeric = (text: string) =>
  /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) && Number.isFinite(Number(text));

/** A number, well written or not: it begins like one, or is one of the words that stand for none. */
export const isMeantAsNumber = (text: string) =>
  /^\s*([+-]?\.?\d|[+-]?(nan|inf(inity)?)\s*$)/i.test(text);

/** 2026-11-23, 23/11/2026, 09:15: begins like a number and is none. */
export const isDateOrTime = (text: string) => /^\s*\d+[-/:]\d+/.test(text);

/** Why a text is no finite number, and where it can be said, what it should be. */
export function describeBadNumber(text: string): string {
  const written = text.trim();
  if (written === '') return 'the cell is empty';
  const withPoint = written.replace(',', '.');
  const hint =
    withPoint.length < 30 && withPoint !== written && isNumeric(withPoint)
      ? ` (a decimal point would make it ${withPoint})`
      : '';
  return `${quoted(written)} is not a finite number${hint}`;
}
