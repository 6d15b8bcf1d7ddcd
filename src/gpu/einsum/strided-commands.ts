import { type Contraction, countOf } from '../../maths/einsum/contraction.ts';
import type { Backend, Command, ComputeBuffer } from '../backend.ts';
import type { Kernel } from '../kernel.ts';

/** Workgroups along an axis, and elements of one. */
const mostGroups = 65_535;
const groupSize = 64;
/** Longer sums are added up piece by piece: that keeps a dispatch short. */
const fewestTerms = 4096;
/** A sum is one invocation's, which the CPU cannot cut: this many take a few milliseconds. */
const mostTerms = 2 ** 20;

/** Cuts a contraction into dispatches of about 50 ms: by elements, and where that is not enough by terms. */
export function stridedCommands(
  compute: Backend,
  contraction: Contraction,
  kernel: Kernel,
  inputs: readonly ComputeBuffer[],
  result: ComputeBuffer,
): Command[] {
  const elements = countOf(contraction.output);
  const terms = countOf(contraction.summed);
  const work = Math.min(2 ** 50, compute.workWithin(kernel, 50));
  const termsAtOnce = Math.min(
    terms,
    Math.max(fewestTerms, Math.min(mostTerms, Math.floor(work / groupSize))),
  );
  const groups = Math.max(1, Math.min(mostGroups, Math.floor(work / termsAtOnce / groupSize)));
  const elementsAtOnce = groups * groupSize;
  const buffers = {
    ...Object.fromEntries(inputs.map((buffer, i) => [`operand_${i + 1}`, buffer])),
    result,
  };
  // A sum of nothing has no commands: it is 0, which the result's buffer holds from the beginning.
  const commands: Command[] = [];
  for (let first = 0; first < elements; first += elementsAtOnce) {
    const end = Math.min(elements, first + elementsAtOnce);
    for (let term = 0; term < terms; term += termsAtOnce) {
      const endTerm = Math.min(terms, term + termsAtOnce);
      commands.push({
        kind: 'dispatch',
        kernel,
        uniforms: { first, end, first_term: term, end_term: endTerm },
        buffers,
        grid: [end - first],
        work: (end - first) * (endTerm - term),
      });
    }
  }
  return commands;
}
