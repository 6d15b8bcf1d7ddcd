/** A number as people read it: “0.0123”, “1.2 × 10⁻⁷”, with a true minus. */
export function formatNumber(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size === 0 || !Number.isFinite(value)) return size === 0 ? '0' : '–';
  if (size >= 1e-3 && size < 1e6) return trueMinus(String(Number(value.toPrecision(digits))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${trueMinus(String(Number(mantissa)))} × ${powerOfTen(Number(exponent))}`;
}

/** “10⁻³” */
export const powerOfTen = (exponent: number) =>
  `10${String(exponent).replace(/./g, (sign) => superscripts['-0123456789'.indexOf(sign)])}`;

const superscripts = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';
const trueMinus = (text: string) => text.replace('-', '−');
