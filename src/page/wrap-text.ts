/**
 * Breaks a text into lines: between words, in addresses after `&`, `/` and their like, and within a word
 * where nothing else helps.
 *
 * @param widest what a line may measure; a single character may be wider
 * @param measure how wide a text is, in the same unit
 */
export function wrapText(
  text: string,
  widest: number,
  measure: (text: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string) => measure((line + more).trimEnd()) <= widest;
  const end = () => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  for (const part of text.match(/\s+|[^\s&/,=-]*[&/,=-]|[^\s&/,=-]+/g) ?? []) {
    if (!fits(part) && line !== '') end();
    if (fits(part)) {
      line += part;
      continue;
    }
    for (const character of part) {
      if (!fits(character)) end();
      line += character;
    }
  }
  end();
  return lines;
}
