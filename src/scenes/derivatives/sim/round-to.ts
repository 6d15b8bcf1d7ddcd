/** A number to as many decimal places as a step of it asks for. */
export function roundTo(value: number, step: number): number {
  const places = Math.min(100, Math.max(0, Math.ceil(-Math.log10(step))));
  return Number(value.toFixed(places)) + 0;
}
