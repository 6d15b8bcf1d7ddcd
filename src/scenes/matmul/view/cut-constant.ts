/** A top-level constant function cut out of its source file, with the comment before it. */
export function cutConstant(source: string, name: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`export const ${name}`));
  const end = lines.indexOf('};', start);
  if (start < 0 || end < 0) throw new Error(`the source has no constant “${name}”`);
  let first = start;
  while (first > 0 && /^(\/\*\*| \*|\/\/)/.test(lines[first - 1])) first -= 1;
  return lines.slice(first, end + 1).join('\n');
}
