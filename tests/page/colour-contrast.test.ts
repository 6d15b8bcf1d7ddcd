import { readFileSync } from 'node:fs';
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  formatHex,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { cellColour } from '../../src/scenes/matmul/view/cell-colour.ts';

const css = readFileSync(new URL('../../src/tokens.css', import.meta.url), 'utf8');
const [light, dark] = [/:root \{([^}]*)\}/, /:root\[data-theme="dark"\] \{([^}]*)\}/].map(
  (block) => {
    const [, body] = block.exec(css) ?? ['', ''];
    return new Map(
      [...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6}|var\(--[\w-]+\));/g)].map(
        ([, name, value]) => [name, value] as const,
      ),
    );
  },
);

/** Colours as they look without one kind of cones, after Machado, Oliveira and Fernandes (2009). */
const sights: readonly [string, (colour: Color) => Color][] = [
  ['normal sight', (colour) => colour],
  ['protanopia', filterDeficiencyProt(1)],
  ['deuteranopia', filterDeficiencyDeuter(1)],
  ['tritanopia', filterDeficiencyTrit(1)],
];
const difference = differenceCiede2000();

for (const [theme, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  describe(`the ${theme} tokens`, () => {
    function token(name: string): Color {
      const value = tokens.get(name) ?? light.get(name) ?? '';
      const [, other] = /^var\((.*)\)$/.exec(value) ?? [];
      if (other) return token(other);
      const colour = parse(value);
      if (!colour) throw new Error(`${name} is no colour: “${value}”`);
      return colour;
    }

    it('have text with a contrast of 4.5 or more', () => {
      const code = ['comment', 'keyword', 'number', 'string', 'function', 'type'];
      for (const [ink, ground] of [
        ['--ink', '--surface'],
        ['--ink', '--ground'],
        ['--ink-soft', '--surface'],
        ['--ink-soft', '--surface-sunken'],
        ['--accent', '--surface'],
        ['--accent-ink', '--accent'],
        ['--ink', '--accent-soft'],
        ['--warning', '--warning-soft'],
        ['--success', '--success-soft'],
        ...code.flatMap((kind) => [
          [`--code-${kind}`, '--surface-sunken'],
          [`--code-${kind}`, '--code-now'],
        ]),
      ]) {
        expect(
          wcagContrast(token(ink), token(ground)),
          `${ink} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    });

    it('have data colours with a contrast of 3 or more', () => {
      for (let cluster = 0; cluster < 12; cluster++) {
        const name = `--cluster-${cluster}`;
        expect(wcagContrast(token(name), token('--surface')), name).toBeGreaterThanOrEqual(3);
      }
    });

    for (const [sight, see] of sights) {
      it(`have data colours that are told apart with ${sight}`, () => {
        for (let a = 0; a < 12; a++) {
          for (let b = a + 1; b < 12; b++) {
            const [first, second] = [a, b].map((i) => see(token(`--cluster-${i}`)));
            const least = b < 6 ? 12 : 6;
            expect(difference(first, second), `${a} and ${b}`).toBeGreaterThanOrEqual(least);
          }
        }
        expect(difference(see(token('--above')), see(token('--below')))).toBeGreaterThanOrEqual(12);
      });
    }

    it('have numbers that are read on the strongest cell of a matrix', () => {
      const number = (name: string) => Number.parseInt(formatHex(token(name)).slice(1), 16);
      const [surface, above, below] = ['--surface', '--above', '--below'].map(number);
      for (const shade of [-1, 1]) {
        const painted = cellColour(shade, 1, { surface, above, below });
        const cell = `#${painted.toString(16).padStart(6, '0')}`;
        expect(wcagContrast(token('--ink'), cell), String(shade)).toBeGreaterThanOrEqual(4.5);
      }
    });
  });
}
