import { refreshTheme } from '../view/theme.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** Light or dark: as the system wishes, until a person chooses. */
export interface ThemeSwitch {
  readonly choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
  subscribe(listener: () => void): void;
}

const store = 'meanfield-theme';

/** The inline script in index.html sets the first theme, before anything is drawn. */
export function createThemeSwitch(): ThemeSwitch {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const listeners: (() => void)[] = [];
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
      if (wanted === 'system') localStorage.removeItem(store);
      else localStorage.setItem(store, wanted);
      apply();
    },
    subscribe: (listener) => listeners.push(listener),
  };
}

function readChoice(): ThemeChoice {
  const kept = localStorage.getItem(store);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
