import { call, type Expression, number, variable } from './expression.ts';
import { formulaRefusals } from './formula-refusals.ts';
import { kindOfName, type VariableName } from './names.ts';
import { describeOperation, type Operation } from './operations.ts';
import { readTokens, type Token } from './read-tokens.ts';

/** No more parentheses, bars, signs and exponents in each other: reading them can never fail. */
const deepestNesting = 100;

type Operators = Readonly<Record<string, Operation>>;
const sums: Operators = { '+': 'add', '-': 'subtract' };
const products: Operators = { '*': 'multiply', '/': 'divide' };
const powers: Operators = { '^': 'power' };

/**
 * Reads a formula as people write it: 2x is a product, -x^2 is -(x^2), 2^3^2 is 2^(3^2), 1/2x is
 * half of x, and 1/a x is 1/(a x), for a product without a sign binds before a division.
 *
 * @param variables which of x and y are the function's variables; any other letter is a parameter
 * @throws ExpressionError that says what is wrong and where
 */
export const parseExpression = (
  text: string,
  variables: readonly VariableName[] = ['x'],
): Expression => new Parser(readTokens(text), variables).parse();

/** Descends from what binds least to what binds most, a method each. */
class Parser {
  readonly #tokens: readonly Token[];
  readonly #variables: readonly VariableName[];
  /** The token that is read next. */
  #at = 0;
  #depth = 0;
  /** Whether a bar closes: the innermost sign that is open is one. */
  #isInBars = false;

  constructor(tokens: readonly Token[], variables: readonly VariableName[]) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  parse(): Expression {
    const whole = this.#sum();
    const rest = this.#tokens.at(this.#at);
    if (rest) throw formulaRefusals.stray(rest);
    return whole;
  }

  #sum(): Expression {
    return this.#chain(sums, () => this.#chain(products, () => this.#factors()));
  }

  /** From left to right: 8-2-2 is 4. */
  #chain(operators: Operators, readPart: () => Expression): Expression {
    let chain = readPart();
    for (let sign = this.#take(operators); sign; sign = this.#take(operators)) {
      chain = call(operators[sign.text], chain, readPart());
    }
    return chain;
  }

  /** A product without a sign. */
  #factors(): Expression {
    let product = this.#factor();
    while (this.#begins(this.#at)) product = call('multiply', product, this.#factor());
    const next = this.#tokens.at(this.#at);
    if (next?.kind === 'number') throw formulaRefusals.noOperator(next);
    return product;
  }

  /** A number over a number is one factor of what follows: 1/2x is half of x. */
  #factor(): Expression {
    const first = this.#at;
    let factor = this.#signed();
    const isNumber = this.#at - first <= 2 && this.#tokens[this.#at - 1].kind === 'number';
    while (isNumber && this.#overNumberBeforeFactor()) {
      this.#at += 1;
      factor = call('divide', factor, this.#value());
    }
    return factor;
  }

  #overNumberBeforeFactor(): boolean {
    const [over, under] = this.#tokens.slice(this.#at, this.#at + 2);
    return over?.text === '/' && under?.kind === 'number' && this.#begins(this.#at + 2);
  }

  #signed(): Expression {
    const sign = this.#take(sums);
    if (!sign) return this.#power();
    const part = this.#deeper(sign, () => this.#signed());
    if (sign.text === '+') return part;
    // -2 is a number; -(x) is a call.
    return part.kind === 'number' ? number(-part.value) : call('negate', part);
  }

  #power(): Expression {
    const base = this.#value();
    const sign = this.#take(powers);
    return sign
      ? call(
          'power',
          base,
          this.#deeper(sign, () => this.#signed()),
        )
      : base;
  }

  #value(): Expression {
    const token = this.#tokens.at(this.#at);
    if (!token || token.kind === 'operator' || token.kind === ')' || token.kind === ',') {
      throw formulaRefusals.missing(this.#tokens.slice(0, this.#at), token);
    }
    this.#at += 1;
    const { kind, text, position } = token;
    if (kind === 'number') return number(Number(text));
    if (kind === '|') return call('abs', ...this.#inside(token));
    if (kind === '(') return this.#inside(token)[0];
    const named = kindOfName(text, this.#variables, position);
    if (named === 'variable') return variable(text);
    return call(text as Operation, ...(named === 'function' ? this.#argumentsOf(token) : []));
  }

  #argumentsOf(callee: Token): readonly Expression[] {
    const open = this.#tokens.at(this.#at);
    if (open?.kind !== '(') throw formulaRefusals.noParentheses(callee);
    this.#at += 1;
    const found = this.#inside(open, true);
    const wanted = describeOperation(callee.text as Operation);
    if (found.length >= wanted.least && found.length <= wanted.most) return found;
    throw formulaRefusals.wrongCount(callee, found.length, wanted);
  }

  /** What stands from an opening sign, which was read, to the one that closes it. */
  #inside(open: Token, mayBeMany = false): readonly Expression[] {
    const outside = this.#isInBars;
    this.#isInBars = open.kind === '|';
    const found = [this.#deeper(open, () => this.#sum())];
    let close = this.#tokens.at(this.#at++);
    while (mayBeMany && close?.kind === ',') {
      found.push(this.#deeper(open, () => this.#sum()));
      close = this.#tokens.at(this.#at++);
    }
    if (close?.kind === ',') throw formulaRefusals.stray(close);
    if (close?.kind !== (this.#isInBars ? '|' : ')')) throw formulaRefusals.notClosed(open);
    this.#isInBars = outside;
    return found;
  }

  #deeper(token: Token, readPart: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw formulaRefusals.tooDeep(token, deepestNesting);
    const part = readPart();
    this.#depth -= 1;
    return part;
  }

  /** Reads an operator if it is one of these. */
  #take(operators: Operators): Token | null {
    const token = this.#tokens.at(this.#at);
    if (token?.kind !== 'operator' || !Object.hasOwn(operators, token.text)) return null;
    this.#at += 1;
    return token;
  }

  /** Whether a factor begins at a token that needs no sign before it. */
  #begins(at: number): boolean {
    const kind = this.#tokens.at(at)?.kind;
    return kind === 'name' || kind === '(' || (kind === '|' && !this.#isInBars);
  }
}
