import { runInNewContext } from 'node:vm';

/** As `gpu/derivatives/real.wgsl` has it: 0 is none, 1 finite, 2 beyond the format. */
interface Real {
  readonly value: number;
  readonly state: number;
}

const held = (value: number): Real =>
  Number.isNaN(value)
    ? { value: 0, state: 0 }
    : Number.isFinite(value)
      ? { value, state: 1 }
      : { value: Math.sign(value), state: 2 };
const numberOf = ({ value, state }: Real) => [Number.NaN, value, value * Infinity][state];
const lift =
  (apply: (...values: number[]) => number) =>
  (...inputs: Real[]) =>
    held(apply(...inputs.map(numberOf)));

const words = new Uint32Array(1);
const floats = new Float32Array(words.buffer);

/** What the written code calls, by plain arithmetic in f64. */
const library = {
  FINITE: 1,
  held,
  finite: held,
  none: () => held(Number.NaN),
  beyond: (sign: number) => held(sign * Infinity),
  either: (otherwise: Real, wanted: Real, condition: boolean) => (condition ? wanted : otherwise),
  list: (...all: Real[]) => all,
  as_u32(value: number) {
    floats[0] = value;
    return words[0];
  },
  as_f32(bits: number) {
    words[0] = bits;
    return floats[0];
  },
  real_add: lift((u, v) => u + v),
  real_subtract: lift((u, v) => u - v),
  real_multiply: lift((u, v) => u * v),
  real_divide: lift((u, v) => (v === 0 ? Number.NaN : u / v)),
  real_negate: lift((u) => -u),
  real_power: lift((u, v) => (u === 0 && v < 0 ? Number.NaN : u ** v)),
  real_scaled_power: lift((c, u, n) => (c === 0 ? 0 : c * u ** n)),
  real_exp: lift(Math.exp),
  real_ln: lift((u) => (u > 0 ? Math.log(u) : Number.NaN)),
  real_sin: lift(Math.sin),
  real_cos: lift(Math.cos),
  real_sqrt: lift(Math.sqrt),
  real_min: lift(Math.min),
  real_max: lift(Math.max),
  real_greater: lift((u, v, du, dv) => (u > v ? du : v > u ? dv : du === dv ? du : Number.NaN)),
  real_where: lift((first, then) => (Number.isNaN(first) ? Number.NaN : then)),
};

/**
 * Runs written WGSL formulas as the straight-line code that they are.
 *
 * @param call such as `local(1, 2, 0.5)`; gives a list of values
 */
export function runWgslFormulas(
  wgsl: string,
  call: string,
  uniforms: Readonly<Record<string, number>> = {},
): number[] {
  const code = wgsl
    .replaceAll(/fn (\w+)\(([^)]*)\) -> .* \{/g, (_, name: string, inputs: string) => {
      return `function ${name}(${inputs.replaceAll(/: \w+/g, '')}) {`;
    })
    .replaceAll(/array<Real, \d+>/g, 'list')
    .replaceAll(/bitcast<(\w+)>/g, 'as_$1')
    .replaceAll(/([\d.])f\b/g, '$1');
  const found = runInNewContext(`${code}\n${call}`, {
    ...library,
    uniforms: { zero: 0, ...uniforms },
  });
  return [...(found as Iterable<Real>)].map(numberOf);
}
