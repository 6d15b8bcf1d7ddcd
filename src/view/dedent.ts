/** A text without the spaces and tabs that all of its lines begin with; lines of nothing else become empty. */
export function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.flatMap((line) => /^[ \t]*(?=\S)/.exec(line) ?? []);
  let common = indents[0] ?? '';
  for (const indent of indents) {
    while (!indent.startsWith(common)) common = common.slice(0, -1);
  }
  return lines.map((line) => (line.trim() ? line.slice(common.length) : '')).join('\n');
}
