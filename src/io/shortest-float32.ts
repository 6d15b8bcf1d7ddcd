/** The shortest decimal that reads back to the same f32; as numpy prints it. */
export function shortestFloat32(value: number): string {
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value)) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const text = Number(roundToEven(value, digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(Number(roundToEven(value, 9)));
}

/** `toPrecision`, but for a value just between two decimals, which goes to the even one. */
function roundToEven(value: number, digits: number): string {
  const up = value.toPrecision(digits);
  // A f32 near one ends after at most 48 digits, so this is the value itself.
  const [mantissa, exponent] = value.toExponential(60).split('e');
  const kept = mantissa.slice(0, mantissa.indexOf('.') + digits);
  const isTie = /^\.?50*$/.test(mantissa.slice(kept.length));
  return isTie && /[02468]\.?$/.test(kept) ? `${kept}e${exponent}` : up;
}
