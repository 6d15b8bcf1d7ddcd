/** Pages whose question was answered, by their keys; kept in this browser for the next visit. */
export interface DonePages {
  has(key: string): boolean;
  add(key: string): void;
  /** Here and in what the browser keeps. */
  forget(): void;
}

const store = 'meanfield-done';
/** What a person's own hand, or another page of this origin, may have written there. */
const wellFormed = /^[a-z0-9-]+\/[a-z0-9-]+$/;

export function createDonePages(): DonePages {
  const keys = new Set(keptKeys());
  return {
    has: (key) => keys.has(key),
    add(key) {
      // Another tab may have kept more meanwhile.
      for (const kept of [...keptKeys(), key]) keys.add(kept);
      keep([...keys].join(' '));
    },
    forget() {
      keys.clear();
      keep('');
    },
  };
}

const keptKeys = () =>
  readStore()
    .split(' ')
    .filter((key) => wellFormed.test(key));

function readStore(): string {
  try {
    return localStorage.getItem(store) ?? '';
  } catch {
    // A browser may be told to keep nothing: then reading throws.
    return '';
  }
}

function keep(text: string): void {
  try {
    if (text === '') localStorage.removeItem(store);
    else localStorage.setItem(store, text);
  } catch {
    // As above: what was done holds for this visit.
  }
}
