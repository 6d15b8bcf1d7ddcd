/** Which rows a person looks at. */
export interface Selection {
  /** The row that was picked, or null. */
  readonly picked: number | null;
  /** The row under the pointer, or null. */
  readonly hovered: number | null;
  pick(row: number | null): void;
  hover(row: number | null): void;
  clear(): void;
}

/** @param isThere whether a row has a point: a link may name one that these data do not have */
export function createSelection(isThere: (row: number) => boolean, changed: () => void): Selection {
  let picked: number | null = null;
  let hovered: number | null = null;
  return {
    get picked() {
      return picked;
    },
    get hovered() {
      return hovered;
    },
    pick(row) {
      picked = row !== null && isThere(row) ? row : null;
      changed();
    },
    hover(row) {
      if (hovered === row) return;
      hovered = row;
      changed();
    },
    clear() {
      picked = hovered = null;
    },
  };
}
