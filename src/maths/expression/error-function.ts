const smallest = 1e-17;

/** 2/√π ∫₀ˣ exp(-t²) dt, to a few units of the last place. */
export function erf(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 2) return Math.sign(x) * (1 - erfc(magnitude));
  // The series whose terms all have one sign, so that nothing cancels.
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > smallest * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** 1 - erf(x), without the cancellation where that is small. */
export function erfc(x: number): number {
  if (x < 2) return 1 - erf(x);
  // The continued fraction of Laplace, from far enough in.
  let fraction = x;
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
}
