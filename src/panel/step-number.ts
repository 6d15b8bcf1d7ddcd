/** A control's step: its slider stops at the multiples, and its field shows as many decimals. */
export interface StepNumber {
  /** The multiple that is nearest, as it is written: 0.57, not 0.5700000000000001. */
  nearest(value: number): number;
  /** The value as its field shows it; with all its digits where it was typed between two multiples. */
  text(value: number): string;
}

export function stepNumber(step: number): StepNumber {
  const [mantissa, exponent = '0'] = String(step).split('e');
  const decimals = Math.max(0, (mantissa.split('.')[1] ?? '').length - Number(exponent));
  const fixed = (value: number) => (value + 0).toFixed(decimals);
  // -0 is 0.
  const nearest = (value: number) => Number(fixed(Math.round(value / step) * step)) + 0;
  return {
    nearest,
    text: (value) => (Number(fixed(value)) === value ? fixed(value) : String(value)),
  };
}
