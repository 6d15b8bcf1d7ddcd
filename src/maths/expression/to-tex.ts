import { type CallExpression, call, type Expression, isSame } from './expression.ts';
import { describeTooLong } from './expression-size.ts';
import type { Operation } from './operations.ts';

const levels = { branches: 0, sum: 1, product: 2, power: 3, atom: 4 } as const;

interface Written {
  readonly tex: string;
  readonly level: number;
}

/** What TeX has a command of its own for; the others are set upright. */
const commands: Partial<Record<Operation, string>> = {
  exp: '\\exp',
  ln: '\\ln',
  log2: '\\log_2',
  log10: '\\log_{10}',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  sinh: '\\sinh',
  cosh: '\\cosh',
  tanh: '\\tanh',
  min: '\\min',
  max: '\\max',
  sigmoid: '\\sigma',
};

/** A formula as KaTeX sets it; of one that is too long to read, how long it is. */
export function toTex(expression: Expression): string {
  const tooLong = describeTooLong(expression);
  return tooLong ? `\\text{${tooLong}}` : texOf(expression);
}

const texOf = (expression: Expression): string => write(expression).tex;

function write(expression: Expression): Written {
  if (expression.kind === 'variable') return { tex: expression.name, level: levels.atom };
  if (expression.kind === 'number') return writeNumber(expression.value);
  return writeCall(expression);
}

function writeNumber(value: number): Written {
  const [mantissa, exponent] = String(value).split('e');
  const level = value < 0 ? levels.product : levels.atom;
  if (exponent === undefined) return { tex: mantissa, level };
  return { tex: `${mantissa} \\cdot 10^{${Number(exponent)}}`, level: levels.product };
}

function writeCall({ operation, args }: CallExpression): Written {
  const [u, v] = args;
  switch (operation) {
    case 'pi':
      return { tex: '\\pi', level: levels.atom };
    case 'e':
      return { tex: 'e', level: levels.atom };
    case 'add':
      return { tex: `${within(u, 'sum')} + ${within(v, 'product')}`, level: levels.sum };
    case 'subtract':
      return { tex: `${within(u, 'sum')} - ${within(v, 'product')}`, level: levels.sum };
    case 'multiply':
      return writeProduct(u, v);
    case 'divide':
      return { tex: `\\frac{${texOf(u)}}{${texOf(v)}}`, level: levels.product };
    case 'power':
      return { tex: `${within(u, 'atom')}^{${texOf(v)}}`, level: levels.power };
    case 'negate':
      return { tex: `-${within(u, 'product')}`, level: levels.sum };
    case 'sqrt':
      return { tex: `\\sqrt{${texOf(u)}}`, level: levels.atom };
    case 'cbrt':
      return { tex: `\\sqrt[3]{${texOf(u)}}`, level: levels.atom };
    case 'abs':
      return { tex: `\\left|${texOf(u)}\\right|`, level: levels.atom };
    case 'floor':
      return { tex: `\\left\\lfloor ${texOf(u)} \\right\\rfloor`, level: levels.atom };
    case 'scaledPower':
      return writeProduct(u, call('power', v, args[2]));
    case 'greater':
      return { tex: writeBranches(args), level: levels.branches };
    default: {
      const name = commands[operation] ?? `\\operatorname{${operation}}`;
      return { tex: `${name}\\left(${args.map(texOf).join(', ')}\\right)`, level: levels.atom };
    }
  }
}

function writeBranches(args: readonly Expression[]): string {
  const [u, v] = args.map((arg) => within(arg, 'sum'));
  const [left, right] = args.slice(-2);
  return isSame(left, right)
    ? `${texOf(left)} \\quad (${u} \\neq ${v})`
    : `\\begin{cases} ${texOf(left)} & ${u} > ${v} \\\\ ${texOf(right)} & ${u} < ${v} \\end{cases}`;
}

function writeProduct(u: Expression, v: Expression): Written {
  const left = within(u, 'product');
  const right = write(v);
  const tex = right.level >= levels.product ? right.tex : `\\left(${right.tex}\\right)`;
  // Two numbers side by side would read as one, and -2 as a difference.
  const sign = /^[\d.]/.test(tex) ? ' \\cdot ' : ' ';
  return /^-/.test(tex)
    ? { tex: `${left} \\cdot \\left(${tex}\\right)`, level: levels.product }
    : { tex: `${left}${sign}${tex}`, level: levels.product };
}

/** In parentheses if it binds less tightly than its place asks. */
function within(expression: Expression, place: keyof typeof levels): string {
  const { tex, level } = write(expression);
  return level >= levels[place] ? tex : `\\left(${tex}\\right)`;
}
