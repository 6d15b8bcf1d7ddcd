// Before anything is drawn, so that a dark page does not begin light and nothing moves later.
{
  const { dataset } = document.documentElement;
  const keep = (name) => {
    try {
      return localStorage.getItem(name) ?? '';
    } catch {
      // A browser may be told to keep nothing: then reading throws.
      return '';
    }
  };
  const theme =
    /[#&]theme=(light|dark)\b/.exec(location.hash)?.[1] ??
    /^(light|dark)$/.exec(keep('meanfield-theme'))?.[1];
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = theme ?? (dark ? 'dark' : 'light');
  const hide = /[#&]hide=([a-z,]+)/.exec(location.hash)?.[1] ?? '';
  dataset.hide = hide.replaceAll(',', ' ');
  if (/[#&]present=1\b/.test(location.hash)) dataset.present = '';
  // As src/page/views.ts shows them.
  const isNarrow = matchMedia('(max-width: 56rem)').matches;
  const [lesson, beside = '', alone = 'controls'] = keep('meanfield-views').split('|');
  const isTaught = !dataset.hide.split(' ').includes('lesson') && (isNarrow || lesson !== '0');
  if (isNarrow) dataset.views = isTaught ? 'lesson' : 'controls';
  else if (dataset.hide.split(' ').includes('header'))
    dataset.views = 'lesson controls tools charts code';
  else dataset.views = isTaught ? `lesson ${beside}` : alone;
}
