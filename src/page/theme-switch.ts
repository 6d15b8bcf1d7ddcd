import { refreshTheme } from '../view/theme.ts';

/** Follows the system's wish for light or dark. */
export function followSystemTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light';
    refreshTheme();
  };
  dark.addEventListener('change', apply);
  apply();
}
