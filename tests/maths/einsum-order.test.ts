import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planContractions } from '../../src/maths/einsum/plan-contractions.ts';
import { resolveEinsum } from '../../src/maths/einsum/resolve-einsum.ts';

/** The multiplications of the cheapest of all orders, found by trying every one. */
function cheapest(terms: readonly string[], output: string, sizes: Record<string, number>): number {
  const count = (letters: Iterable<string>) =>
    [...new Set(letters)].reduce((product, letter) => product * sizes[letter], 1);
  let alone = 0;
  // What is in one operand alone, and not in the result, is summed first.
  const first = terms.map((term, i) => {
    const kept = [...new Set(term)].filter(
      (letter) => output.includes(letter) || terms.some((it, j) => j !== i && it.includes(letter)),
    );
    if (kept.length < new Set(term).size) alone += count(term);
    return kept.join('');
  });
  function best(parts: readonly string[]): number {
    if (parts.length === 1) return 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < parts.length; i++) {
      for (let j = i + 1; j < parts.length; j++) {
        const rest = parts.filter((_, at) => at !== i && at !== j);
        const both = [...new Set(parts[i] + parts[j])];
        const kept = both.filter(
          (letter) => output.includes(letter) || rest.some((it) => it.includes(letter)),
        );
        least = Math.min(least, count(both) + best([...rest, kept.join('')]));
      }
    }
    return least;
  }
  return alone + best(first);
}

const plan = (text: string, shapes: readonly (readonly number[])[]) =>
  planContractions(resolveEinsum(text, shapes));

describe('the order of an einsum', () => {
  it('is the cheapest of all, for whatever three to five operands', () => {
    const letters = 'abcdef';
    const anyTerm = fc.subarray([...letters], { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(anyTerm, { minLength: 3, maxLength: 5 }),
        fc.array(fc.integer({ min: 2, max: 9 }), { minLength: 6, maxLength: 6 }),
        fc.subarray([...letters], { maxLength: 3 }),
        (operands, lengths, wanted) => {
          const sizes = Object.fromEntries([...letters].map((it, i) => [it, lengths[i]]));
          const terms = operands.map((term) => term.join(''));
          const output = wanted.filter((it) => terms.some((term) => term.includes(it))).join('');
          const shapes = operands.map((term) => term.map((letter) => sizes[letter]));
          const { cost, leftToRightCost } = plan(`${terms.join(',')}->${output}`, shapes);
          expect(cost).toBe(cheapest(terms, output, sizes));
          expect(leftToRightCost).toBeGreaterThanOrEqual(cost);
        },
      ),
      { seed: 12, numRuns: 150 },
    );
  });

  it('of nine operands begins with the cheapest pair', () => {
    // A chain whose last matrices shrink it: from the left all are 20×20 products.
    const sizes = [20, 20, 20, 20, 20, 20, 20, 20, 20, 1];
    const shapes = sizes.slice(1).map((size, i) => [sizes[i], size]);
    const { cost, leftToRightCost } = plan('ab,bc,cd,de,ef,fg,gh,hi,ij->aj', shapes);
    // From the right it is a matrix times a vector, eight times.
    expect(cost).toBe(8 * 400);
    expect(leftToRightCost).toBe(7 * 8000 + 400);
  });
});

it('an expression that makes no sense is an error of its own kind', () => {
  expect(() => resolveEinsum('i%', [[1]])).toThrow(
    expect.objectContaining({ name: 'EinsumError' }),
  );
});
