/**
 * A text of a stranger's, fit for one line: control characters become spaces, and of what is longer
 * than `most` characters the middle is left out.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return inOneLine(text);
  const head = Math.ceil((most - 1) / 2);
  const tail = most - 1 - head;
  return `${inOneLine(text.slice(0, head))}…${inOneLine(text.slice(text.length - tail))}`;
}

/** A half of a surrogate pair, left by a cut, is no character either. */
const inOneLine = (text: string) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');
