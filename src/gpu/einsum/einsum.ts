import { InputError } from '../../base/input-error.ts';
import { createScope, type Scope } from '../../base/scope.ts';
import { countOf } from '../../maths/einsum/contraction.ts';
import { EinsumError } from '../../maths/einsum/einsum-error.ts';
import {
  type EinsumPlan,
  type PlannedStep,
  planContractions,
} from '../../maths/einsum/plan-contractions.ts';
import { resolveEinsum } from '../../maths/einsum/resolve-einsum.ts';
import type { Backend, Command, ComputeBuffer, Recording, RunOptions } from '../backend.ts';
import type { Elements, Kernel } from '../kernel.ts';
import { contractionKernel } from './contraction-kernel.ts';

/** An expression made ready for operands of some shapes. */
export interface Einsum {
  readonly plan: EinsumPlan;
  /** Of the result. */
  readonly shape: readonly number[];
  /** What the operands are uploaded to, each row after row. */
  readonly operands: readonly ComputeBuffer[];
  /** Runs every contraction. */
  readonly contract: Recording;
  /** Brings the result back to `result`. */
  readonly fetch: Recording;
  /** Row after row; one element where there is no axis. */
  readonly result: Elements;
  /** One a contraction, in order. */
  readonly kernels: readonly Kernel[];
}

/**
 * Compiles an expression to one kernel a contraction, as numpy.einsum would compute it.
 *
 * @throws InputError that says what of the expression or the shapes does not fit
 */
export async function createEinsum(
  compute: Backend,
  scope: Scope,
  expression: string,
  shapes: readonly (readonly number[])[],
): Promise<Einsum> {
  const { plan, outputShape } = understand(expression, shapes);
  const own = compute.within(scope);
  const owned = (label: string, length: number): ComputeBuffer => {
    if (length > mostElements) {
      throw new InputError(
        `${label} of '${expression}' has ${length.toLocaleString('en')} elements, ${gigabytes(length)}; at most ${mostElements.toLocaleString('en')}, ${gigabytes(mostElements)}, are possible`,
      );
    }
    return own.createBuffer(label, 'real', length);
  };
  const operands = shapes.map((shape, i) => owned(`operand ${i + 1}`, sizeOf(shape)));
  const results = plan.steps.map(({ contraction }, i) =>
    owned(
      i === plan.steps.length - 1 ? 'the result' : `step ${i + 1}`,
      countOf(contraction.output),
    ),
  );
  const kernels = plan.steps.map((step) => contractionKernel(step.contraction, describeStep(step)));
  for (const kernel of kernels) await compute.compile(kernel);
  const numbered = [...operands, ...results];
  const last = results[results.length - 1];
  const result = compute.createElements('real', last.length);
  return {
    plan,
    shape: outputShape,
    operands,
    result,
    kernels,
    contract: own.record(
      plan.steps.flatMap((step, i) =>
        commandsOf(
          compute,
          step,
          kernels[i],
          step.inputs.map((input) => numbered[input]),
          results[i],
        ),
      ),
    ),
    fetch: own.record(last.length > 0 ? [{ kind: 'read', from: last, into: result }] : []),
  };
}

/** A gigabyte in f64. */
const mostElements = 2 ** 27;

const gigabytes = (elements: number) => `${((8 * elements) / 1e9).toPrecision(3)} GB`;

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

function understand(expression: string, shapes: readonly (readonly number[])[]) {
  try {
    const resolved = resolveEinsum(expression, shapes);
    return { plan: planContractions(resolved), outputShape: resolved.outputShape };
  } catch (error) {
    if (error instanceof EinsumError) throw new InputError(error.message);
    throw error;
  }
}

/** A step as an expression of its own. */
export function describeStep({ contraction }: PlannedStep): string {
  const join = (axes: readonly string[]) =>
    axes.map((axis) => (axis.startsWith('.') ? `(${axis})` : axis)).join('');
  const inputs = contraction.operands.map(({ axes }) => join(axes)).join(',');
  return `${inputs}->${join(contraction.output.map(({ name }) => name))}`;
}

/** Workgroups along an axis, and elements of one. */
const mostGroups = 65_535;
const groupSize = 64;
/** Longer sums are added up piece by piece: that keeps a dispatch short. */
const fewestTerms = 4096;
/** A sum is one invocation's, which the CPU cannot cut: this many take a few milliseconds. */
const mostTerms = 2 ** 20;

/** Cuts a contraction into dispatches of about 50 ms: by elements, and where that is not enough by terms. */
function commandsOf(
  compute: Backend,
  { contraction }: PlannedStep,
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

/** Runs an expression once. Data are row after row. */
export async function runEinsum(
  compute: Backend,
  expression: string,
  operands: readonly { readonly shape: readonly number[]; readonly data: Float64Array }[],
  options?: RunOptions,
): Promise<{ shape: readonly number[]; data: Float64Array }> {
  const scope = createScope();
  try {
    const einsum = await createEinsum(
      compute,
      scope,
      expression,
      operands.map(({ shape }) => shape),
    );
    for (const [i, { data }] of operands.entries()) {
      const held = compute.createElements('real', data.length);
      held.set(data);
      compute.upload(einsum.operands[i], held);
    }
    await compute.run([einsum.contract, einsum.fetch], options);
    return { shape: einsum.shape, data: new Float64Array(einsum.result) };
  } finally {
    scope.end();
  }
}
