/**
 * Where a key takes a cursor over `length` places: arrows by one, with Shift or by page by a tenth,
 * Home and End to the ends.
 *
 * @returns null for any other key, or where there is no place
 */
export function stepCursor(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  at: number,
  length: number,
): number | null {
  if (length === 0) return null;
  const large = Math.max(1, Math.round(length / 10));
  const arrow = shiftKey ? large : 1;
  const moves: Record<string, number> = {
    ArrowRight: arrow,
    ArrowUp: arrow,
    ArrowLeft: -arrow,
    ArrowDown: -arrow,
    PageUp: large,
    PageDown: -large,
    Home: -length,
    End: length,
  };
  const move = moves[key];
  return move === undefined ? null : Math.max(0, Math.min(length - 1, at + move));
}
