import type { Expression } from './expression.ts';
import type { Operation } from './operations.ts';
import { makeTape, type TapeLine } from './tape.ts';

/** How the uniform that holds a named parameter is called. */
export const parameterField = (name: string) => `parameter_${name}`;

const largestFloat32 = 3.4028234663852886e38;

/**
 * Formulas as a WGSL function of x and y, which gives a value for each: straight-line code over the
 * checked operations of `gpu/derivatives/real.wgsl`. Named parameters are read from `uniforms`.
 *
 *     fn f(x: Real, y: Real) -> array<Real, 1>
 */
export function expressionWgsl(name: string, expressions: readonly Expression[]): string {
  const { lines, outputs } = makeTape(expressions);
  const places = new Map<number, string>();
  const place = (line: number) => places.get(line) ?? `r${line}`;
  const statements: string[] = [];
  lines.forEach((line, i) => {
    if (line.kind === 'variable' && (line.name === 'x' || line.name === 'y')) {
      places.set(i, line.name);
      return;
    }
    const value = wgslOf(line, lines, place);
    if (line.kind === 'number') places.set(i, value);
    else statements.push(`  let r${i} = ${value};`);
  });
  const type = `array<Real, ${expressions.length}>`;
  return [
    `fn ${name}(x: Real, y: Real) -> ${type} {`,
    ...statements,
    `  return ${type}(${outputs.map(place).join(', ')});`,
    '}',
  ].join('\n');
}

function wgslOf(
  line: TapeLine,
  lines: readonly TapeLine[],
  place: (line: number) => string,
): string {
  if (line.kind === 'number') return real(line.value);
  if (line.kind === 'variable') return `held(uniforms.${parameterField(line.name)})`;
  const { operation, inputs } = line;
  const [u, v] = inputs;
  switch (operation) {
    case 'pi':
      return real(Math.PI);
    case 'e':
      return real(Math.E);
    case 'min':
    case 'max':
      return inputs
        .slice(1)
        .reduce((sum, it) => `real_${operation}(${sum}, ${place(it)})`, place(u));
    case 'scaledPower':
      return `real_scaled_power(${inputs.map(place).join(', ')})`;
    case 'greater':
      return followed(inputs.map(place));
    case 'power':
      if (isE(lines[u])) return `real_exp(${place(v)})`;
      return `real_power(${place(u)}, ${place(v)})`;
    default:
      return `real_${operation}(${inputs.map(place).join(', ')})`;
  }
}

/** Each order only where those before it exist. */
function followed([u, v, ...slopes]: readonly string[]): string {
  let found = '';
  for (let at = 0; at < slopes.length; at += 2) {
    const order = `real_greater(${u}, ${v}, ${slopes[at]}, ${slopes[at + 1]})`;
    found = found ? `real_where(${found}, ${order})` : order;
  }
  return found;
}

const isE = (line: TapeLine) =>
  line.kind === 'call' && line.operation === ('e' satisfies Operation);

/** A number as f32 holds it. */
function real(value: number): string {
  if (Math.abs(value) > largestFloat32) return `beyond(${value < 0 ? '-1.0' : '1.0'})`;
  // A number too small for f32 is 0 in it, and a driver need not know the ones in between.
  const held = Math.abs(value) < 2 ** -126 ? 0 : Math.fround(value);
  return `finite(${held}f)`;
}
