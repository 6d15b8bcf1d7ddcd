import { describe, expect, it } from 'vitest';
import { planContractions } from '../../src/maths/einsum/plan-contractions.ts';
import { resolveEinsum } from '../../src/maths/einsum/resolve-einsum.ts';

type Shapes = readonly (readonly number[])[];

describe('the plan of an einsum', () => {
  const plan = (text: string, ...shapes: Shapes) => planContractions(resolveEinsum(text, shapes));

  it('contracts the cheap pair first, not the left one', () => {
    // (2×1000) @ (1000×3) is 6,000 multiplications and leaves 2×3; then (1000×2) @ (2×3) is 6,000.
    // From the left: 1000×2×1000, and then 1000×1000×3.
    const { cost, leftToRightCost, steps } = plan('ij,jk,kl->il', [1000, 2], [2, 1000], [1000, 3]);
    expect(cost).toBe(12_000);
    expect(leftToRightCost).toBe(5_000_000);
    expect([...steps[0].inputs].sort()).toEqual([1, 2]);
  });

  it('finds the order of a chain that dynamic programming finds', () => {
    // Cormen et al., Introduction to Algorithms, 15.2: 15,125 multiplications.
    const sizes = [30, 35, 15, 5, 10, 20, 25];
    const shapes = sizes.slice(1).map((size, i) => [sizes[i], size]);
    expect(plan('ab,bc,cd,de,ef,fg->ag', ...shapes).cost).toBe(15_125);
  });

  it('sums what is in one operand alone before it multiplies', () => {
    // 60 + 60 additions, and 5 multiplications: not 12×5×12.
    expect(plan('ij,jk->', [12, 5], [5, 12]).cost).toBe(60 + 60 + 5);
  });

  it('sums what is stretched by nothing before it multiplies', () => {
    // Σᵢ Σⱼ aᵢ bⱼ = (Σ a)(Σ b): not 2³² products.
    expect(plan('ij,ij->', [65_536, 1], [1, 65_536]).cost).toBe(65_536 + 65_536 + 1);
  });

  it('orders more operands than can be looked at in every order', () => {
    const shapes = new Array(12).fill([3]);
    const { cost, steps } = plan(`${'i,'.repeat(11)}i->i`, ...shapes);
    expect(steps.length).toBe(11);
    expect(cost).toBe(33);
  });
});

describe('an expression that makes no sense', () => {
  const cases: readonly (readonly [text: string, shapes: Shapes, says: string])[] = [
    [
      'ik,kj->ij',
      [
        [2, 3],
        [4, 5],
      ],
      'the letter k is 3 in operand 1 (2×3) and 4 in operand 2 (4×5); make them equal, or one of them 1',
    ],
    ['i%j', [[2, 3]], '“%” at position 2'],
    ['i->i->i', [[2]], '2 arrows'],
    ['i-j', [[2, 3]], "a '-' or '>' that is no arrow"],
    ['i - > i', [[2]], 'a space within an arrow'],
    ['. . .', [[2]], 'a space within an arrow or an ellipsis'],
    ['i\tj', [[2, 3]], 'at position 2'],
    ['i.j', [[2, 3]], 'dots that are no ellipsis'],
    ['i..', [[2, 3]], 'dots that are no ellipsis'],
    ['...i...', [[2, 3]], 'more than one ellipsis'],
    ['i,j->k', [[2], [3]], 'the letter k of the result is in no operand'],
    ['ij->ii', [[2, 3]], 'the letter i comes twice in the result'],
    ['ij->i,j', [[2, 3]], 'a comma after the arrow'],
    ['ij,jk', [[2, 3]], 'names 2 operands, and 1 is given'],
    ['i', [[2], [3]], 'names 1 operand, and 2 are given'],
    ['ij', [[2]], "'ij' names 2 axes, and operand 1 of 'ij' has 1 (2)"],
    ['i', [[2, 3]], "'i' names 1 axis, and operand 1 of 'i' has 2 (2×3)"],
    ['i', [[]], 'has 0 (a number)'],
    ['ij...', [[2]], 'names 2 axes'],
    ['ii', [[1, 3]], "the letter i comes twice in 'ii' and is 1 and 3 in operand 1 (1×3)"],
    ['...i->i', [[2, 3]], "the '...' of the operands"],
    ['...,...', [[2], [3]], "an axis of '...' is 2 in operand 1 (2) and 3 in operand 2 (3)"],
    ['...', [new Array(65).fill(1)], 'at most 64'],
    ['...ab,...->...ab', [[2, 2], new Array(63).fill(1)], 'at most 64'],
    ['i,i', [[0], [3]], 'the letter i is 0 in operand 1 (0) and 3 in operand 2 (3)'],
    ['i', [[-1]], 'an axis of size -1'],
    ['i', [[2.5]], 'an axis of size 2.5'],
  ];

  it.each(cases)('%s is refused', (text, shapes, says) => {
    expect(() => resolveEinsum(text, shapes)).toThrow(says);
  });
});
