import { InputError } from '../base/input-error.ts';
import { readDelimited } from './read-delimited.ts';
import { readJson } from './read-json.ts';
import type { Table } from './table.ts';

/**
 * Reads a CSV, a TSV (any delimiter that can be told from the text) or a JSON array of rows. The
 * file's ending says which, or else its first character.
 *
 * @param name the file's name, for messages
 * @throws InputError that names file, line and column and says what to change
 */
export function readTable(text: string, name: string): Table {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') throw new InputError(`${name} is empty; give it at least one row`);
  const isDelimited = /\.(csv|tsv|tab)$/i.test(name);
  const isJson = /\.json$/i.test(name) || (!isDelimited && /^\s*[[{]/.test(content));
  return isJson ? readJson(content, name) : readDelimited(content, name);
}
