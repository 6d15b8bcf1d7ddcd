import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactKernels } from '../../src/gpu/meanshift/exact.ts';
import { phases } from '../../src/scenes/meanshift/sim/phases.ts';
import { code } from '../../src/scenes/meanshift/view/code.ts';

const listing = (language: string) => {
  const found = code.find((one) => one.language === language);
  if (!found) throw new Error(`no listing in ${language}`);
  return found;
};

describe("mean shift's code", () => {
  const { sums, move } = exactKernels(2);

  it('in WGSL is what the kernels give the GPU, for one point an invocation', () => {
    expect(listing('WGSL').text).toBe(`${sums(1).wgsl}\n${move.wgsl.trimEnd()}`);
  });

  it('in TypeScript is what the kernel runs on the CPU', () => {
    const source = (file: string) => readFileSync(`src/gpu/meanshift/${file}.ts`, 'utf8');
    const [summed, moved] = listing('TypeScript').text.split('\n\n/**');
    expect(source('sum-differences')).toContain(summed);
    expect(source('exact-cpu')).toContain(moved);
    expect(moved).toContain(`function ${move.cpu.name}(`);
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
