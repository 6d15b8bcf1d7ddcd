import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import { makeFonts } from '../../scripts/subset-fonts.mjs';

const names = ['text', 'italic', 'code', 'signs'] as const;
const fileOf = (name: string) => readFileSync(join('src', 'fonts', `${name}.woff2`));
const fontOf = (name: string) => {
  const font = fontkit.create(fileOf(name));
  if (!('characterSet' in font)) throw new Error(`${name}.woff2 holds more than one font`);
  return font;
};
const signsOf = (name: string) => new Set(fontOf(name).characterSet);
const css = readFileSync('src/fonts/fonts.css', 'utf8');

/** Every sign beyond ASCII in what the page is made of. */
const written = new Set(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css|py|wgsl)$/.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .concat(readFileSync('index.html', 'utf8'))
    .flatMap((text) => text.match(/[^\p{ASCII}\p{Cf}]/gu) ?? []),
);
const ofMathematics = '−×÷·√∂∑∏∫∞≈≠≤≥→←↑↓½²³±°εθλαβγδμπσφωΓΔΣΦΩ∇∈∝⌊⌋⟨⟩′″';

describe('the fonts of the page', () => {
  it('are what their script makes of the packages', { timeout: 120_000 }, async () => {
    const made = await makeFonts();
    for (const name of names) expect(made[name].equals(fileOf(name)), name).toBe(true);
  });

  it('are 120 kB together at most', () => {
    const bytes = names.reduce((sum, name) => sum + fileOf(name).length, 0);
    expect(bytes).toBeLessThanOrEqual(120e3);
  });

  it.each(['text', 'code'])('have every sign that is written in the source, as %s too', (name) => {
    expect(written.size).toBeGreaterThan(50);
    const has = new Set([...signsOf(name), ...signsOf('signs')]);
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    const wanted = [...written, ...ofMathematics, ...ascii];
    expect(wanted.filter((sign) => !has.has(sign.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('are asked for by every sign that stands in the third alone', () => {
    const [, range] = /unicode-range:([^;]*);/.exec(css) ?? ['', ''];
    const asked = range
      .split(',')
      .map((part) => part.trim().slice(2).split('-'))
      .map(([first, last = first]) => [first, last].map((hex) => Number.parseInt(hex, 16)));
    const [text, code] = [signsOf('text'), signsOf('code')];
    const isAsked = (sign: number) => asked.some(([from, to]) => sign >= from && sign <= to);
    const alone = [...signsOf('signs')].filter((sign) => !text.has(sign) || !code.has(sign));
    expect(alone.filter((sign) => !isAsked(sign) && sign > 32)).toEqual([]);
  });

  it.each(['text', 'code'])('have figures and signs of one width (%s)', (name) => {
    const font = fontOf(name);
    const widths = [...'0123456789−+'].map(
      (sign) => font.glyphForCodePoint(sign.codePointAt(0) ?? 0).advanceWidth,
    );
    expect(new Set(widths).size).toBe(1);
  });

  it('stand as high and as deep before they are there as after', () => {
    for (const [family, name] of [
      ['Meanfield Sans Fallback', 'text'],
      ['Meanfield Code Fallback', 'code'],
    ]) {
      const [rule] = new RegExp(`@font-face \\{\\s*font-family: "${family}"[^}]*`).exec(css) ?? [
        '',
      ];
      const percent = (key: string) => Number(new RegExp(`${key}: ([\\d.]+)%`).exec(rule)?.[1]);
      const font = fontOf(name);
      const size = percent('size-adjust') / 100;
      expect(percent('ascent-override') * size).toBeCloseTo(
        (100 * font.ascent) / font.unitsPerEm,
        1,
      );
      expect(percent('descent-override') * size).toBeCloseTo(
        (-100 * font.descent) / font.unitsPerEm,
        1,
      );
    }
  });
});
