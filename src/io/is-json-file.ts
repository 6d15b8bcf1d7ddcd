import { decodePieces } from './decode-pieces.ts';
import type { TextFile } from './text-file.ts';

/** By the file's ending; where that says nothing, by its first character. */
export function isJsonFile(file: TextFile): boolean {
  if (/\.json$/i.test(file.name)) return true;
  if (/\.(csv|tsv|tab)$/i.test(file.name)) return false;
  for (const piece of decodePieces(file)) {
    const [first] = piece.trimStart();
    if (first !== undefined) return first === '[' || first === '{';
  }
  return false;
}
