/**
 * The lines (1-based, inclusive) from the one that holds `first` to the one that holds `last`.
 *
 * @throws Error if either stands in no line, or in more than one: a mark must not drift unnoticed
 */
export function linesOf(text: string, first: string, last = first): readonly [number, number] {
  const lines = text.split('\n');
  const find = (part: string): number => {
    const found = lines.flatMap((line, i) => (line.includes(part) ? [i + 1] : []));
    if (found.length !== 1)
      throw new Error(`“${part}” stands in ${found.length} lines of the code`);
    return found[0];
  };
  return [find(first), find(last)];
}

/**
 * A top-level function cut out of its source file, with the comment before it.
 *
 * @throws Error if the file has no such function
 */
export function cutFunction(source: string, name: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^(export )?function ${name}\\b`).test(line));
  const end = lines.indexOf('}', start);
  if (start < 0 || end < 0) throw new Error(`the source has no function “${name}”`);
  let first = start;
  while (first > 0 && /^(\/\*\*| \*|\/\/)/.test(lines[first - 1])) first -= 1;
  return lines.slice(first, end + 1).join('\n');
}
