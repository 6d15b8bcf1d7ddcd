/**
 * The fonts of the test browser, and no others: text then has the same shape on every Linux machine,
 * also on one that has no fonts at all, where Chromium would end at the first letter.
 *
 * The page brings its own (src/fonts); the Open Sans of the browser's package stands in until they are
 * there.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the font configuration for a browser unpacked in `folder`, into `cache`.
 * @returns {Record<string, string>} what the browser's environment needs to find it
 */
export function browserFontsEnvironment(folder, cache) {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, 'fonts.conf');
  // Written beside and renamed, so that a browser that starts meanwhile never reads half of it.
  const writing = `${path}.${process.pid}`;
  writeFileSync(writing, configuration(join(folder, 'fonts'), cache));
  renameSync(writing, path);
  return { FONTCONFIG_FILE: path };
}

/** How letters are drawn is said too: machines differ in hinting and subpixels as in fonts. */
const configuration = (folder, cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escapeXml(folder)}</dir>
  <cachedir>${escapeXml(join(cache, 'fontconfig'))}</cachedir>
${['sans-serif', 'system-ui', 'serif', 'monospace'].map((family) => alias(family, 'Open Sans')).join('\n')}
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;

const alias = (family, font) => `  <alias binding="same">
    <family>${family}</family>
    <prefer><family>${font}</family></prefer>
  </alias>`;

const escapeXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
