import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactMeanShift } from '../../src/gpu/meanshift/exact.ts';
import { phases } from '../../src/scenes/meanshift/sim/phases.ts';
import { code } from '../../src/scenes/meanshift/view/code.ts';

const listing = (language: string) => {
  const found = code.find((one) => one.language === language);
  if (!found) throw new Error(`no listing in ${language}`);
  return found;
};

describe("mean shift's code", () => {
  it('in WGSL is what the kernel gives the GPU', () => {
    expect(listing('WGSL').text).toBe(exactMeanShift.wgsl.trimEnd());
  });

  it('in TypeScript is what the kernel runs on the CPU', () => {
    const source = readFileSync('src/gpu/meanshift/exact.ts', 'utf8');
    const { text } = listing('TypeScript');
    expect(source).toContain(text);
    expect(text).toContain(`function ${exactMeanShift.cpu.name}(`);
  });

  it.each(code)('in $language has lines for each phase, and for nothing else', (one) => {
    expect(Object.keys(one.phases)).toEqual(phases.map(({ name }) => name));
    const count = one.text.split('\n').length;
    for (const [first, last] of Object.values(one.phases)) {
      expect(first).toBeGreaterThanOrEqual(1);
      expect(last).toBeGreaterThanOrEqual(first);
      expect(last).toBeLessThanOrEqual(count);
    }
  });
});
