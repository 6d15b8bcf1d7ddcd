import { closest, distance } from 'fastest-levenshtein';
import { atCharacter, ExpressionError } from './expression-error.ts';
import { functionNames, isFunctionName } from './operations.ts';

export const variableNames = ['x', 'y'] as const;
export type VariableName = (typeof variableNames)[number];

/** A parameter's name: any small letter but x, y, e, i, and f and h, which a derivative has itself. */
export const parameterNames: readonly string[] = [...'abcdgjklmnopqrstuvwz'];

const otherWords: Readonly<Record<string, string>> = {
  log: 'ln, log2 or log10',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arsinh: 'ln(x + sqrt(x^2 + 1))',
  sgn: 'sign',
  tg: 'tan',
  ceil: '-floor(-x)',
  logistic: 'sigmoid',
  power: '^',
  pow: '^',
};

/** What a name in a formula stands for: a function, a constant, a variable or a parameter. */
export type NameKind = 'function' | 'constant' | 'variable';

/**
 * @param variables the names that are variables here
 * @throws ExpressionError with the nearest name that is known
 */
export function kindOfName(
  name: string,
  variables: readonly VariableName[],
  position: number,
): NameKind {
  if (isFunctionName(name)) return 'function';
  if (name === 'pi' || name === 'e') return 'constant';
  if ((variables as readonly string[]).includes(name)) return 'variable';
  if (parameterNames.includes(name)) return 'variable';
  throw new ExpressionError(
    `${describeUnknown(name, variables)} (${atCharacter(position)})`,
    position,
  );
}

function describeUnknown(name: string, variables: readonly VariableName[]): string {
  if (name === 'y') return 'y is a second variable, and this function has only x';
  if (name === 'f') return 'f is the function itself; name a parameter otherwise';
  if (name === 'h') return 'h is the distance between two points; name a parameter otherwise';
  if (name === 'i') return 'i is no number here, as formulas are real; name a parameter otherwise';
  const unknown = `there is no “${name}”`;
  if (Object.hasOwn(otherWords, name)) return `${unknown}; write ${otherWords[name]}`;
  const called = functionNames.find(
    (it) => name.startsWith(it) && isSymbol(name.slice(it.length), variables),
  );
  if (called) return `${unknown}; write ${called}(${name.slice(called.length)})`;
  const known = [...functionNames, 'pi', 'e', ...variables];
  const lower = name.toLowerCase();
  const near = closest(lower, known);
  const isNear = lower === near || (name.length > 2 && distance(lower, near) <= name.length / 3);
  if (isNear) return `${unknown}; did you mean ${near}?`;
  const power = /^([a-z])(\d+)$/.exec(name);
  if (power && isSymbol(power[1], variables)) return `${unknown}; write ${power[1]}^${power[2]}`;
  const hasVariable = variables.some((it) => name.includes(it));
  if (hasVariable && [...name].every((letter) => isSymbol(letter, variables))) {
    return `${unknown}; write ${[...name].join(' ')} for a product`;
  }
  return `${unknown}; did you mean ${near}? A parameter is one small letter`;
}

const isSymbol = (name: string, variables: readonly VariableName[]) =>
  [...variables, ...parameterNames].includes(name);
