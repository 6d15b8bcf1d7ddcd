import { powerOfTen } from '../base/format-number.ts';

export interface Tick {
  readonly at: number;
  /** Null: a minor tick. */
  readonly label: string | null;
}

/**
 * The ticks of a log axis: a label at the powers of ten, or at every second, third, … of them where
 * there are more than `most`; minor ticks at 2, 3, … 9 times a power where they can be told apart.
 *
 * @param least the axis's lower end, above 0
 */
export function logTicks(least: number, greatest: number, most: number): Tick[] {
  const first = Math.floor(Math.log10(least) + 1e-9);
  const last = Math.ceil(Math.log10(greatest) - 1e-9);
  const stride = Math.max(1, Math.ceil((last - first) / most));
  const isPlain = first >= -3 && last <= 3;
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent++) {
    const power = Number(`1e${exponent}`);
    const isLabelled = (exponent - last) % stride === 0;
    const label = isPlain ? String(power) : powerOfTen(exponent);
    if (power >= least && power <= greatest)
      ticks.push({ at: power, label: isLabelled ? label : null });
    if (last - first > 6) continue;
    for (let times = 2; times < 10; times++) {
      const at = times * power;
      if (at >= least && at <= greatest) ticks.push({ at, label: null });
    }
  }
  return ticks;
}
