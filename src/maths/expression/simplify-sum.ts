import { argsOf, call, type Expression, number } from './expression.ts';
import { isTotal, keyOf } from './expression-order.ts';
import { simplifyProduct } from './simplify-product.ts';

interface Term {
  coefficient: number;
  readonly body: Expression;
}

/** A sum of simplified parts: numbers added up, like terms taken together. */
export function simplifySum(sum: Expression): Expression {
  const terms = new Map<string, Term>();
  let constant = 0;

  function collect(part: Expression, sign: number): void {
    if (part.kind === 'number') {
      constant += sign * part.value;
      return;
    }
    const added = argsOf(part, 'add') ?? argsOf(part, 'subtract') ?? argsOf(part, 'negate');
    if (added) {
      const last = argsOf(part, 'add') ? sign : -sign;
      for (const arg of added.slice(0, -1)) collect(arg, sign);
      collect(added[added.length - 1], last);
      return;
    }
    const { coefficient, body } = splitCoefficient(part);
    const key = keyOf(body);
    const term = terms.get(key);
    if (term) term.coefficient += sign * coefficient;
    else terms.set(key, { coefficient: sign * coefficient, body });
  }

  collect(sum, 1);
  // Folded beyond what the format holds, it would be another function.
  if (!Number.isFinite(constant)) return sum;
  // A term that cancels still limits the domain, unless it has a value everywhere.
  const kept = [...terms.values()].filter((term) => term.coefficient !== 0 || !isTotal(term.body));
  const parts = kept.map(({ coefficient, body }) => ({
    isNegative: coefficient < 0,
    part: simplifyProduct(call('multiply', number(Math.abs(coefficient)), body)),
  }));
  if (constant !== 0 || parts.length === 0) {
    parts.push({ isNegative: constant < 0, part: number(Math.abs(constant)) });
  }
  // 1 - x rather than -x + 1.
  const first = parts.findIndex(({ isNegative }) => !isNegative);
  if (first > 0) parts.unshift(...parts.splice(first, 1));
  return parts
    .slice(1)
    .reduce(
      (total, { isNegative, part }) => call(isNegative ? 'subtract' : 'add', total, part),
      parts[0].isNegative ? simplifyProduct(call('negate', parts[0].part)) : parts[0].part,
    );
}

function splitCoefficient(part: Expression): Term {
  const negated = argsOf(part, 'negate');
  if (negated) {
    const { coefficient, body } = splitCoefficient(negated[0]);
    return { coefficient: -coefficient, body };
  }
  const product = argsOf(part, 'multiply');
  if (product?.[0].kind === 'number') return { coefficient: product[0].value, body: product[1] };
  // (2x) * y is 2 times x * y.
  if (product) {
    const { coefficient, body } = splitCoefficient(product[0]);
    if (coefficient !== 1) return { coefficient, body: call('multiply', body, product[1]) };
  }
  const quotient = argsOf(part, 'divide');
  if (quotient) {
    const [above, below] = quotient;
    const isCounted = above.kind === 'number' && above.value !== 1 && above.value !== 0;
    if (isCounted) return { coefficient: above.value, body: call('divide', number(1), below) };
    const { coefficient, body } = splitCoefficient(above);
    if (coefficient !== 1) return { coefficient, body: call('divide', body, below) };
  }
  return { coefficient: 1, body: part };
}
