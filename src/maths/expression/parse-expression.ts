import {
  type ConstantNode,
  create,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parseDependencies,
  type SymbolNode,
} from 'mathjs/number';
import { checkTokens } from './check-tokens.ts';
import { call, type Expression, number, variable } from './expression.ts';
import { ExpressionError } from './expression-error.ts';
import type { VariableName } from './names.ts';
import type { Operation } from './operations.ts';
import { readTokens } from './read-tokens.ts';

const { parse } = create({ parseDependencies });

const operators: Readonly<Record<string, Operation>> = {
  add: 'add',
  subtract: 'subtract',
  multiply: 'multiply',
  divide: 'divide',
  pow: 'power',
};

/**
 * Reads a formula as people write it: 2x is a product, -x^2 is -(x^2), 2^3^2 is 2^(3^2), 1/2x is
 * half of x, and 1/a x is 1/(a x), for a product without a sign binds before a division.
 *
 * mathjs reads; it evaluates nothing. Its tree is turned into one of our own.
 *
 * @param variables which of x and y are the function's variables; any other letter is a parameter
 * @throws ExpressionError that says what is wrong and where
 */
export function parseExpression(
  text: string,
  variables: readonly VariableName[] = ['x'],
): Expression {
  const checked = checkTokens(readTokens(text), variables);
  let tree: MathNode;
  try {
    tree = parse(checked);
  } catch {
    throw new ExpressionError('the formula cannot be read; write it more plainly', 0);
  }
  return convert(tree);
}

function convert(node: MathNode): Expression {
  switch (node.type) {
    case 'ParenthesisNode':
      return convert((node as ParenthesisNode).content);
    case 'ConstantNode':
      return number(Number((node as ConstantNode).value));
    case 'SymbolNode': {
      const { name } = node as SymbolNode;
      return name === 'pi' || name === 'e' ? call(name) : variable(name);
    }
    case 'FunctionNode': {
      const { fn, args } = node as FunctionNode;
      return call(fn.name as Operation, ...args.map(convert));
    }
    case 'OperatorNode': {
      const { fn, args } = node as OperatorNode;
      const parts = args.map(convert);
      if (fn === 'unaryPlus') return parts[0];
      if (fn === 'unaryMinus') return negated(parts[0]);
      return call(operators[fn], ...parts);
    }
    default:
      throw new Error(`a ${node.type} should have been refused before it was parsed`);
  }
}

/** -2 is a number; -(x) is a call. */
const negated = (part: Expression): Expression =>
  part.kind === 'number' ? number(-part.value) : call('negate', part);
