/**
 * Writes WGSL out for so many points and axes: a line with `$a` stands once an axis, and neighbouring
 * lines with `$p` stand together, once a point; `$a` and `$p` are their numbers. Of a single point
 * `_$p` is left out of the names.
 *
 * Written out, because a software driver keeps arrays in memory where a loop walks through them:
 * SwiftShader takes ten times as long.
 */
export function unrollLines(source: string, points: number, axes: number): string {
  const lines = source.split('\n');
  const unrolled: string[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && lines[end].includes('$p')) end += 1;
    for (let p = 0; p < points; p++) {
      const ofPoint = lines.slice(i, end).map((line) => numbered(line, p, points));
      unrolled.push(...ofPoint.flatMap((line) => eachAxis(line, axes)));
    }
    if (end === i) unrolled.push(...eachAxis(lines[end++], axes));
    i = end;
  }
  return unrolled.join('\n');
}

const numbered = (line: string, point: number, points: number) =>
  line.replaceAll('_$p', points > 1 ? `_${point}` : '').replaceAll('$p', `${point}`);

const eachAxis = (line: string, axes: number) =>
  line.includes('$a')
    ? Array.from({ length: axes }, (_, axis) => line.replaceAll('$a', `${axis}`))
    : [line];
