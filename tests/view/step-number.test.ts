import { describe, expect, it } from 'vitest';
import { stepNumber } from '../../src/panel/step-number.ts';

describe('a control with a step', () => {
  it('stops its slider at the multiples, as they are written', () => {
    const { nearest } = stepNumber(0.01);
    expect([0.5651, 0.57, -0.004, 1.005e-17, 9.999].map(nearest)).toEqual([0.57, 0.57, 0, 0, 10]);
    expect(stepNumber(1).nearest(2.5)).toBe(3);
    expect(stepNumber(1e-7).nearest(3.04e-7)).toBe(3e-7);
  });

  it('shows what lies between two of them with all its digits, and zero without a sign', () => {
    const { text } = stepNumber(0.01);
    expect([1, 0, -0, 0.125, -2.5].map(text)).toEqual(['1.00', '0.00', '0.00', '0.125', '-2.50']);
    expect(stepNumber(1).text(400)).toBe('400');
  });
});
