import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colorsNamed } from 'culori';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && file !== 'tokens.css',
);
const tokens = readFileSync('src/tokens.css', 'utf8');

interface Declaration {
  readonly where: string;
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

/** Every declaration of a style sheet outside of what declares fonts. */
function declarationsOf(file: string): Declaration[] {
  const text = readFileSync(join('src', file), 'utf8');
  const selectors: string[] = [];
  return text
    .replaceAll(/\/\*[\s\S]*?\*\/|@font-face \{[^}]*\}/g, '')
    .split(/(?<=[;{}])/)
    .flatMap((part) => {
      const [, body, end] = /^([\s\S]*?)([;{}])?$/.exec(part.trim()) ?? [];
      if (end === '{') selectors.push(body.trim());
      const [, property, value] = (end !== '{' && /^([a-z-]+):\s*([\s\S]+)$/.exec(body)) || [];
      const selector = selectors.at(-1) ?? '';
      if (end === '}') selectors.pop();
      if (!property) return [];
      return [{ where: `${file}: ${selector}: ${property}: ${value}`, selector, property, value }];
    });
}
const declarations = files.flatMap(declarationsOf);
const of = (name: RegExp) => declarations.filter(({ property }) => name.test(property));
const wrong = (
  found: readonly Declaration[],
  isRight: (value: string, selector: string) => boolean,
) => found.filter(({ value, selector }) => !isRight(value, selector)).map(({ where }) => where);

/** The names that CSS gives to colours, and those of the system's own. */
const colourNames = new RegExp(
  `(?<![\\w-])(${[...Object.keys(colorsNamed), 'canvas(text)?', 'link(text)?', 'highlight(text)?'].join('|')})(?![\\w-])`,
  'i',
);

describe('the styles', () => {
  it('take every size of text from the scale', () => {
    const sizes = of(/^font-size$/);
    expect(sizes.length).toBeGreaterThan(20);
    // The root's is the scale's own unit; an SVG's text has the units of its view box.
    const isRight = (value: string, selector: string) =>
      /^(inherit|var\(--text[\w-]*\))$/.test(value) ||
      (/^[\d.]+%$/.test(value) && selector === ':root') ||
      (/^[\d.]+px$/.test(value) &&
        selector.split(',').every((it) => /(^|[\s(])text[^\s]*$/.test(it.trim())));
    expect(wrong(sizes, isRight)).toEqual([]);
    expect(wrong(of(/^font$/), (value) => /^inherit$|^var\(--text/.test(value))).toEqual([]);
    expect(wrong(of(/^line-height$/), (value) => /^var\(--line|^[01]$/.test(value))).toEqual([]);
    expect(
      wrong(of(/^font-weight$/), (value) => /^(var\(--bold\)|400|inherit|normal)$/.test(value)),
    ).toEqual([]);
  });

  it('have no size of text under 12 pixels', () => {
    const sizes = [...tokens.matchAll(/--text[\w-]*: ([\d.]+)rem;/g)].map(([, rem]) => Number(rem));
    expect(sizes.length).toBeGreaterThan(4);
    expect(Math.min(...sizes) * 16).toBeGreaterThanOrEqual(12);
  });

  it('take every space from the scale', () => {
    const spaces = of(/^(padding|margin|gap|row-gap|column-gap)(-[a-z]+)*$/);
    expect(spaces.length).toBeGreaterThan(80);
    // A hairline is no space; between two tokens one may grow with the window. Code hangs by its letters.
    const token = /-?var\(--(space-[\w-]+|ring|hanging)\)/g;
    const isRight = (value: string) =>
      value
        .replaceAll(/clamp\((var\([\w-]+\)), [\d.]+vw, (var\([\w-]+\))\)/g, '$1 $2')
        .replaceAll(token, '0')
        .replaceAll(/calc\(0 \* -?[\d.]+\)|calc\(-1 \* 0\)/g, '0')
        .split(/\s+/)
        .every((part) => /^(0|auto|-?1px)$/.test(part));
    expect(wrong(spaces, isRight)).toEqual([]);
  });

  it('move for as long as the tokens say and no longer than a quarter of a second', () => {
    const moves = of(/^(mask|transition|animation)(-duration)?$/);
    // What lasts no time moves nothing; it may wait before it shows.
    const isRight = (value: string) => /^[\w-]+ 0s /.test(value) || !/\d+m?s\b/.test(value);
    expect(wrong(moves, isRight)).toEqual([]);
    const eased = of(/^transition$/).filter(({ value }) => value !== 'none');
    expect(
      wrong(eased, (value) => value.split('var(--ease)').length > value.split(/,\s/).length),
    ).toEqual([]);
    const durations = [...tokens.matchAll(/--(?:quick|slow): (\d+)ms;/g)].map(([, ms]) =>
      Number(ms),
    );
    expect(durations).toHaveLength(4);
    expect(Math.max(...durations)).toBeLessThanOrEqual(250);
    // With reduced motion both are nothing.
    expect(durations.slice(2)).toEqual([0, 0]);
  });

  it('name no colour outside of the tokens, but for shadows', () => {
    const isShadow = (selector: string, value: string) =>
      selector.endsWith('::backdrop') || /^[\d.\w\s-]+rgb\(0 0 0 \/ \d+%\)$/.test(value);
    const isRight = (value: string, selector: string) => {
      const tokens = value.replaceAll(/var\(--[\w-]+\)|url\([^)]*\)|"[^"]*"/g, '');
      if (/#[0-9a-f]{3,8}\b/i.test(tokens) || colourNames.test(tokens)) return false;
      const made = /\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\((?!in )/.test(tokens);
      return !made || (/rgb\(0 0 0 \/ \d+%\)/.test(tokens) && isShadow(selector, value));
    };
    const coloured = declarations.filter(
      ({ property }) =>
        !/^(mask|transition|animation|will-change|font|grid|view-transition|container)/.test(
          property,
        ),
    );
    expect(coloured.length).toBeGreaterThan(500);
    expect(wrong(coloured, isRight)).toEqual([]);
  });
});
