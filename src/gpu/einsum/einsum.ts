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
import { productStep } from './product-step.ts';
import { stridedCommands } from './strided-commands.ts';

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
  /** One a contraction, in order: what multiplies. */
  readonly kernels: readonly Kernel[];
}

export interface EinsumOptions {
  /** Whether every contraction has a kernel of its own, products of matrices too. */
  readonly isStrided?: boolean;
}

/**
 * Compiles an expression to one kernel a contraction, as numpy.einsum would compute it. What is a
 * batch of matrix products, and worth it, is computed by the fastest kernel for these.
 *
 * @throws InputError that says what of the expression or the shapes does not fit
 */
export async function createEinsum(
  compute: Backend,
  scope: Scope,
  expression: string,
  shapes: readonly (readonly number[])[],
  { isStrided = false }: EinsumOptions = {},
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
  const numbered = [...operands, ...results];
  const kernels: Kernel[] = [];
  const commands: Command[] = [];
  for (const [i, step] of plan.steps.entries()) {
    const { contraction } = step;
    const inputs = step.inputs.map((input) => numbered[input]);
    const scratch = (label: string, length: number) => own.createBuffer(label, 'real', length);
    const asProduct = isStrided
      ? null
      : await productStep(compute, contraction, { inputs, result: results[i], scratch });
    if (asProduct) {
      kernels.push(asProduct.kernel);
      commands.push(...asProduct.commands);
      continue;
    }
    const kernel = contractionKernel(contraction, describeStep(step));
    await compute.compile(kernel);
    kernels.push(kernel);
    commands.push(...stridedCommands(compute, contraction, kernel, inputs, results[i]));
  }
  const last = results[results.length - 1];
  const result = compute.createElements('real', last.length);
  return {
    plan,
    shape: outputShape,
    operands,
    result,
    kernels,
    contract: own.record(commands),
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
