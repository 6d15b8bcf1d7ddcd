import { type Contraction, type ContractionOperand, contract, countOf } from './contraction.ts';
import type { ResolvedEinsum } from './resolve-einsum.ts';

/** A contraction of a plan. Numbers below the count of operands mean those, then the steps in order. */
export interface PlannedStep {
  readonly inputs: readonly number[];
  readonly contraction: Contraction;
}

export interface EinsumPlan {
  readonly steps: readonly PlannedStep[];
  /** Multiplications and additions of the plan, and of contracting from left to right. */
  readonly cost: number;
  readonly leftToRightCost: number;
}

/** What has been contracted so far: which operands are in it, as bits, and what it is. */
interface Part extends ContractionOperand {
  readonly members: number;
  /** Its number among operands and steps. */
  readonly index: number;
}

/** Beyond this many operands every order is too many to look at; the cheapest pair goes first then. */
const mostOrdered = 8;

/**
 * Splits an expression into contractions of one or two operands. What is in one operand alone and not
 * in the result is summed first; pairs follow in the order that costs least.
 */
export function planContractions(resolved: ResolvedEinsum): EinsumPlan {
  const einsum = withoutStretched(resolved);
  const count = einsum.operands.length;
  if (count === 1) {
    const [axes] = einsum.operands;
    const contraction = contract([{ axes, shape: einsum.shapes[0] }], einsum.output);
    const cost = countOf(contraction.output) * countOf(contraction.summed);
    return { steps: [{ inputs: [0], contraction }], cost, leftToRightCost: cost };
  }
  const leftToRight = runPairs(einsum, (parts) => [parts[0], parts[1]]);
  if (count === 2) return { ...leftToRight, leftToRightCost: leftToRight.cost };
  const planned = count <= mostOrdered ? cheapestOrder(einsum) : runPairs(einsum, cheapestPair);
  const best = planned.cost < leftToRight.cost ? planned : leftToRight;
  return { ...best, leftToRightCost: leftToRight.cost };

  function cheapestPair(parts: readonly Part[]): readonly [Part, Part] {
    let best: readonly [Part, Part] = [parts[0], parts[1]];
    for (const [i, one] of parts.entries()) {
      for (const other of parts.slice(i + 1)) {
        if (pairCost(one, other) < pairCost(...best)) best = [one, other];
      }
    }
    return best;
  }
}

/**
 * Leaves out an operand's axes of size 1 whose letter is longer elsewhere: they say nothing, and kept
 * they would let a sum run over more terms than any operand has values.
 */
function withoutStretched(einsum: ResolvedEinsum): ResolvedEinsum {
  const { operands, shapes, sizes } = einsum;
  const kept = operands.map((axes, i) =>
    axes.flatMap((axis, at) => (shapes[i][at] !== 1 || sizes.get(axis) === 1 ? [at] : [])),
  );
  return {
    ...einsum,
    operands: operands.map((axes, i) => kept[i].map((at) => axes[at])),
    shapes: shapes.map((shape, i) => kept[i].map((at) => shape[at])),
  };
}

type Run = Pick<EinsumPlan, 'steps' | 'cost'>;

/** Contracts pair after pair, as `choose` says, until one is left. */
function runPairs(
  einsum: ResolvedEinsum,
  choose: (parts: readonly Part[]) => readonly [Part, Part],
): Run {
  const steps: PlannedStep[] = [];
  let cost = 0;
  const add = (inputs: readonly Part[], output: readonly string[]): Part => {
    const contraction = contract(inputs, output);
    cost += countOf(contraction.output) * countOf(contraction.summed);
    steps.push({ inputs: inputs.map(({ index }) => index), contraction });
    return {
      members: inputs.reduce((bits, it) => bits | it.members, 0),
      index: einsum.operands.length + steps.length - 1,
      axes: output,
      shape: contraction.output.map(({ size }) => size),
    };
  };
  let parts = firstParts(einsum, add);
  while (parts.length > 1) {
    const pair = choose(parts);
    const rest = parts.filter((part) => !pair.includes(part));
    const output = rest.length === 0 ? einsum.output : keptAxes(einsum, pair, rest);
    // In the place of the pair, so that the two on the left are the next from left to right.
    parts = [add(pair, output), ...rest];
  }
  return { steps, cost };
}

/** The operands, with what is in one alone summed away. */
function firstParts(
  einsum: ResolvedEinsum,
  add: (inputs: readonly Part[], output: readonly string[]) => Part,
): Part[] {
  return einsum.operands.map((axes, index) => {
    const part = { members: 1 << index, index, axes, shape: einsum.shapes[index] };
    const others = einsum.operands.filter((_, other) => other !== index).flat();
    const own = [...new Set(axes)];
    const kept = own.filter((axis) => others.includes(axis) || einsum.output.includes(axis));
    return kept.length < own.length ? add([part], kept) : part;
  });
}

/** What a pair's result has to keep: what the result or another part still needs. */
function keptAxes(
  einsum: ResolvedEinsum,
  pair: readonly Part[],
  rest: readonly ContractionOperand[],
): string[] {
  const needed = new Set([...einsum.output, ...rest.flatMap(({ axes }) => axes)]);
  return [...new Set(pair.flatMap(({ axes }) => axes))].filter((axis) => needed.has(axis));
}

function pairCost(one: ContractionOperand, other: ContractionOperand): number {
  const { output } = contract([one, other], [...new Set([...one.axes, ...other.axes])]);
  return countOf(output);
}

/** The cheapest of all orders, found for every subset of the operands from its two halves. */
function cheapestOrder(einsum: ResolvedEinsum): Run {
  const count = einsum.operands.length;
  const best = new Map<number, { cost: number; split: number; part: ContractionOperand }>();
  const first = runPairsFirst(einsum);
  for (const [index, part] of first.entries()) best.set(1 << index, { cost: 0, split: 0, part });
  const whole = 2 ** count - 1;
  for (let set = 1; set <= whole; set++) {
    if (best.has(set)) continue;
    const outside = first.filter((_, index) => (set & (1 << index)) === 0);
    let found: { cost: number; split: number; part: ContractionOperand } | undefined;
    for (let half = (set - 1) & set; half > 0; half = (half - 1) & set) {
      const [one, other] = [best.get(half), best.get(set ^ half)];
      if (half < (set ^ half) || !one || !other) continue;
      const cost = one.cost + other.cost + pairCost(one.part, other.part);
      if (found && found.cost <= cost) continue;
      const axes = [...new Set([...one.part.axes, ...other.part.axes])].filter(
        (axis) => einsum.output.includes(axis) || outside.some((part) => part.axes.includes(axis)),
      );
      const { output } = contract([one.part, other.part], axes);
      found = { cost, split: half, part: { axes, shape: output.map(({ size }) => size) } };
    }
    if (found) best.set(set, found);
  }
  // The pairs of the tree, the innermost first.
  const pairs: (readonly [number, number])[] = [];
  const collect = (set: number): void => {
    const { split } = best.get(set) ?? { split: 0 };
    if (split === 0) return;
    collect(split);
    collect(set ^ split);
    pairs.push([split, set ^ split]);
  };
  collect(whole);
  return runPairs(einsum, (parts) => {
    const [one, other] = pairs.shift() ?? [0, 0];
    const partOf = (members: number) => parts.find((part) => part.members === members) ?? parts[0];
    return [partOf(one), partOf(other)];
  });
}

/** The operands as they are when pairs begin. */
const runPairsFirst = (einsum: ResolvedEinsum): ContractionOperand[] =>
  firstParts(einsum, ([part], axes) => ({
    ...part,
    axes,
    shape: axes.map((axis) => part.shape[part.axes.indexOf(axis)]),
  }));
