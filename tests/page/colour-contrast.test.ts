import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/tokens.css', import.meta.url), 'utf8');
const [light, dark] = [/:root \{([^}]*)\}/, /:root\[data-theme="dark"\] \{([^}]*)\}/].map(
  (block) => {
    const [, body] = block.exec(css) ?? ['', ''];
    return new Map(
      [...body.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    );
  },
);

const channels = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** WCAG 2.2, “contrast ratio”. */
function contrast(a: string, b: string): number {
  const [la, lb] = [a, b].map((hex) => {
    const [r, g, blue] = channels(hex).map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  });
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

/** How a colour looks with red-green deficient sight, after Viénot, Brettel and Mollon (1999). */
function asDeficient(hex: string, kind: 'protan' | 'deutan'): number[] {
  const [r, g, b] = channels(hex).map(linear);
  const [red, blue] =
    kind === 'protan'
      ? [0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b]
      : [0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b];
  return [red, red, blue].map((value) => Math.max(0, value) ** (1 / 2.4));
}

for (const [theme, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  describe(`the ${theme} tokens`, () => {
    const token = (name: string) => tokens.get(name) ?? light.get(name) ?? '';

    it('have text with a contrast of 4.5 or more', () => {
      for (const [ink, ground] of [
        ['--ink', '--surface'],
        ['--ink', '--ground'],
        ['--ink-soft', '--surface'],
        ['--ink-soft', '--surface-sunken'],
        ['--accent-ink', '--accent'],
        ['--ink', '--accent-soft'],
        ['--warning', '--warning-soft'],
      ]) {
        expect(contrast(token(ink), token(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    });

    it('have cluster colours with a contrast of 3 or more', () => {
      for (let cluster = 0; cluster < 12; cluster++) {
        const name = `--cluster-${cluster}`;
        expect(contrast(token(name), token('--surface')), name).toBeGreaterThanOrEqual(3);
      }
    });

    it('have six cluster colours that colour-blind people tell apart', () => {
      for (const kind of ['protan', 'deutan'] as const) {
        for (let a = 0; a < 6; a++) {
          for (let b = a + 1; b < 6; b++) {
            const [first, second] = [a, b].map((i) => asDeficient(token(`--cluster-${i}`), kind));
            const difference = Math.hypot(...first.map((value, i) => value - second[i]));
            expect(difference, `${kind}: clusters ${a} and ${b}`).toBeGreaterThan(0.08);
          }
        }
      }
    });
  });
}
