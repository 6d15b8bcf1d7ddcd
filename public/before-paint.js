// Before anything is drawn, so that a dark page does not begin light and nothing moves later.
{
  let theme = /[#&]theme=(light|dark)\b/.exec(location.hash)?.[1];
  try {
    theme ??= /^(light|dark)$/.exec(localStorage.getItem('meanfield-theme'))?.[1];
  } catch {
    // A browser may be told to keep nothing: then reading throws.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = theme ?? (dark ? 'dark' : 'light');
  const hide = /[#&]hide=([a-z,]+)/.exec(location.hash)?.[1] ?? '';
  document.documentElement.dataset.hide = hide.replaceAll(',', ' ');
}
