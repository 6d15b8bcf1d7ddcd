import { describe, expect, it } from 'vitest';
import { checkKernel } from '../../src/gpu/check-kernel.ts';
import type { Kernel } from '../../src/gpu/kernel.ts';
import { exactMeanShift } from '../../src/gpu/mean-shift/exact.ts';

describe('a kernel’s declaration', () => {
  it('agrees with its WGSL', () => {
    expect(() => checkKernel(exactMeanShift)).not.toThrow();
  });

  const { count, first, size, scale } = exactMeanShift.uniforms;
  const drifts: [string, Partial<Kernel>, RegExp][] = [
    [
      'an order of uniforms',
      { uniforms: { first, count, size, scale } },
      /uniforms are declared as first: u32, count/,
    ],
    [
      'a uniform’s type',
      { uniforms: { count, first, size, scale: 'u32' } },
      /scale: u32.*WGSL says.*scale: f32/,
    ],
    ['a missing uniform', { uniforms: { count, first, size } }, /its uniforms/],
    [
      'a binding’s access',
      {
        bindings: {
          positions: { access: 'read_write', element: 'real' },
          shifted: { access: 'read_write', element: 'real' },
        },
      },
      /positions: array<f32> read_write.*WGSL says.*positions: array<f32> read,/,
    ],
    [
      'a binding’s element',
      {
        bindings: {
          positions: { access: 'read', element: 'u32' },
          shifted: { access: 'read_write', element: 'real' },
        },
      },
      /array<u32>/,
    ],
    [
      'a constant',
      { constants: {} },
      /constants are declared as none, its WGSL says weight_kernel/,
    ],
  ];
  for (const [what, change, message] of drifts) {
    it(`that differs in ${what} is an error that says how`, () => {
      expect(() => checkKernel({ ...exactMeanShift, ...change })).toThrow(message);
    });
  }
});
