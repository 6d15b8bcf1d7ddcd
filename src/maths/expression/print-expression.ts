import { argsOf, type CallExpression, call, type Expression, isSame } from './expression.ts';
import { describeTooLong } from './expression-size.ts';

/** How tightly the outermost sign of a formula binds. */
const levels = {
  branches: 0,
  sum: 1,
  product: 2,
  implicit: 3,
  sign: 4,
  power: 5,
  atom: 6,
} as const;

interface Written {
  readonly text: string;
  readonly level: number;
}

/**
 * A formula as text that `parseExpression` reads back as the same formula, with no more parentheses
 * than that takes: 2x, -x^2, (x + 1)^2, 1 / (2sqrt(x)). What only derivatives have
 * is written for people: 1 where x > 0; -1 where x < 0. Of more than 4,000 parts only their number is
 * said, in words.
 */
export const printExpression = (expression: Expression): string =>
  describeTooLong(expression) ?? write(expression).text;

function write(expression: Expression): Written {
  if (expression.kind === 'variable') return { text: expression.name, level: levels.atom };
  if (expression.kind === 'call') return writeCall(expression);
  const { value } = expression;
  const isNegative = value < 0 || Object.is(value, -0);
  const text = `${isNegative ? '-' : ''}${Math.abs(value)}`;
  return { text, level: isNegative ? levels.sign : levels.atom };
}

function writeCall(expression: CallExpression): Written {
  const { operation, args } = expression;
  const [u, v] = args;
  switch (operation) {
    case 'pi':
    case 'e':
      return { text: operation, level: levels.atom };
    case 'add':
      return { text: `${within(u, 'sum')} + ${within(v, 'product')}`, level: levels.sum };
    case 'subtract':
      return { text: `${within(u, 'sum')} - ${within(v, 'product')}`, level: levels.sum };
    case 'multiply':
      return writeProduct(u, v);
    case 'divide':
      return { text: `${within(u, 'product')} / ${within(v, 'sign')}`, level: levels.product };
    case 'power':
      return { text: `${within(u, 'atom')}^${within(v, 'sign')}`, level: levels.power };
    case 'negate': {
      // -2 is a number, and the negation of a 2 another formula.
      const text = u.kind === 'number' ? `(${write(u).text})` : within(u, 'sign');
      return { text: `-${text}`, level: levels.sign };
    }
    case 'scaledPower':
      return writeProduct(u, call('power', v, args[2]));
    case 'greater':
      return { text: writeBranches(args), level: levels.branches };
    default: {
      const text = `${operation}(${args.map((arg) => write(arg).text).join(', ')})`;
      return { text, level: levels.atom };
    }
  }
}

/** The last order's two sides; those before say only where there is none. */
function writeBranches(args: readonly Expression[]): string {
  const [u, v] = args;
  const [left, right] = args.slice(-2);
  const where = (side: Expression, sign: string) =>
    `${within(side, 'sum')} where ${within(u, 'sum')} ${sign} ${within(v, 'sum')}`;
  return isSame(left, right) ? where(left, '≠') : `${where(left, '>')}; ${where(right, '<')}`;
}

function writeProduct(u: Expression, v: Expression): Written {
  const right = write(v);
  const base = argsOf(v, 'power')?.[0] ?? v;
  const startsWithName =
    base.kind === 'variable' || (base.kind === 'call' && /^[a-z(]/.test(right.text));
  if (u.kind === 'number' && startsWithName && right.level >= levels.power) {
    return { text: `${write(u).text}${right.text}`, level: levels.implicit };
  }
  if (u.kind === 'number' && right.level <= levels.sum) {
    return { text: `${write(u).text}(${right.text})`, level: levels.implicit };
  }
  return { text: `${within(u, 'product')} * ${within(v, 'sign')}`, level: levels.product };
}

/** In parentheses if it binds less tightly than its place asks. */
function within(expression: Expression, place: keyof typeof levels): string {
  const { text, level } = write(expression);
  return level >= levels[place] ? text : `(${text})`;
}
