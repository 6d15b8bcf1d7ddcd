import { refreshTheme } from '../view/theme.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** Light or dark: as the system wishes, until a person chooses. */
export interface ThemeSwitch {
  readonly choice: ThemeChoice;
  /** A person's choice, kept for the next visit. */
  choose(choice: ThemeChoice): void;
  /** A link's choice, for this visit alone. */
  show(choice: ThemeChoice): void;
  /** @returns how to end the subscription */
  subscribe(listener: () => void): () => void;
}

const store = 'meanfield-theme';

/** `public/before-paint.js` sets the first theme, before anything is drawn. */
export function createThemeSwitch(): ThemeSwitch {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const listeners = new Set<() => void>();
  let choice = readChoice();

  function apply(): void {
    const isDark = choice === 'system' ? dark.matches : choice === 'dark';
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
    refreshTheme();
    for (const listener of listeners) listener();
  }

  dark.addEventListener('change', apply);
  apply();
  return {
    get choice() {
      return choice;
    },
    choose(wanted) {
      choice = wanted;
      keep(wanted);
      apply();
    },
    show(wanted) {
      choice = wanted;
      apply();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(store);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // A browser may be told to keep nothing: then reading throws.
    return 'system';
  }
}

function keep(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem(store);
    else localStorage.setItem(store, choice);
  } catch {
    // As above: the choice holds for this visit.
  }
}
