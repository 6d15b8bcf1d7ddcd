import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && file !== 'tokens.css',
);
const tokens = readFileSync('src/tokens.css', 'utf8');

interface Declaration {
  readonly where: string;
  readonly property: string;
  readonly value: string;
}

/** Every declaration of the page's styles outside of what declares fonts. */
const declarations: readonly Declaration[] = files.flatMap((file) =>
  readFileSync(join('src', file), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|@font-face \{[^}]*\}/g, '')
    .split(/[;{}]/)
    .flatMap((part) => {
      const [, property, value] = /^\s*([a-z-]+):\s*([\s\S]+)$/.exec(part) ?? [];
      return property ? [{ where: `${file}: ${property}: ${value}`, property, value }] : [];
    }),
);
const of = (name: RegExp) => declarations.filter(({ property }) => name.test(property));
const wrong = (found: readonly Declaration[], isRight: (value: string) => boolean) =>
  found.filter(({ value }) => !isRight(value)).map(({ where }) => where);
/** A value without its tokens and without what computes with them. */
const bare = (value: string) =>
  value.replaceAll(/var\(--[\w-]+\)|calc\(|clamp\(|min\(|max\(|[-+*/(),]/g, ' ').trim();

describe('the styles', () => {
  it('take every size of text from the scale', () => {
    const sizes = of(/^font-size$/);
    expect(sizes.length).toBeGreaterThan(20);
    // The root's is the scale's own unit; pixels are those of an SVG's view box.
    const isRight = (value: string) =>
      /^(inherit|var\(--text[\w-]*\)|[\d.]+%|[\d.]+px)$/.test(value);
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
    // A hairline is no space, nor is a multiple of a token.
    const isRight = (value: string) =>
      bare(value)
        .split(/\s+/)
        .every((part) =>
          /^(|0|auto|-?1px|[\d.]+|[\d.]+(lh|em|ch|fr|vw)|100(%|dvh|dvw|vw))$/.test(part),
        );
    expect(wrong(spaces, isRight)).toEqual([]);
  });

  it('move for as long as the tokens say and no longer than a quarter of a second', () => {
    const moves = of(/^(transition|animation)(-duration)?$/);
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
    const isRight = (value: string) =>
      !/#[0-9a-f]{3,8}\b/i.test(value) && !/\b(rgb|hsl|oklch)a?\((?!0 0 0 )/.test(value);
    expect(wrong(declarations, isRight)).toEqual([]);
  });
});
