import type { Contraction, ContractionAxis } from '../../maths/einsum/contraction.ts';
import { mergeAxes } from '../../maths/einsum/merge-axes.ts';
import { declareKernel } from '../declare-kernel.ts';
import { keptKernel } from '../kept-kernel.ts';
import type { CpuInvocations, Kernel } from '../kernel.ts';

/**
 * The kernel of one contraction: sizes and strides stand in its WGSL, so that the device sees
 * constants. One invocation sums one element of the result.
 *
 * @param text what is contracted, for the comment: “ik,kj->ij”
 */
export function contractionKernel(planned: Contraction, text: string): Kernel {
  const body = writeBody(planned, text);
  return keptKernel(body, () => makeKernel(planned, text, body));
}

function makeKernel(planned: Contraction, text: string, body: string): Kernel {
  const contraction = merged(planned);
  const { operands } = contraction;
  return declareKernel({
    name: `einsum ${text}`,
    workgroupSize: [64, 1, 1],
    uniforms: {
      first: { type: 'u32', comment: 'The elements of the result from first to before end,' },
      end: { type: 'u32' },
      first_term: {
        type: 'u32',
        comment: 'by these terms of their sums; those before are in the result already.',
      },
      end_term: { type: 'u32' },
    },
    bindings: {
      ...Object.fromEntries(
        operands.map((_, i) => [`operand_${i + 1}`, { access: 'read', element: 'real' }] as const),
      ),
      result: { access: 'read_write', element: 'real' },
    },
    body,
    cpu: (invocations) => sumElements(contraction, invocations),
  });
}

/** A name for an axis that WGSL takes: those of an ellipsis are called .0, .1, … */
const variable = (name: string) => `${name.replaceAll('.', 'axis_')}_`;

const merged = ({ operands, output, summed }: Contraction): Contraction => ({
  operands,
  output: mergeAxes(output),
  summed: mergeAxes(summed),
});

function writeBody(planned: Contraction, text: string): string {
  const { operands, output, summed } = merged(planned);
  const numbers = operands.map((_, i) => i);
  const starts = numbers.map((i) => `  let at_${i + 1} = ${offset(output, i)};`);
  const factors = numbers.map((i) => {
    const along = offset(summed, i);
    return `operand_${i + 1}[at_${i + 1}${along === '0u' ? '' : ` + ${along}`}]`;
  });
  return `// ${text}: letters that the result lacks (${planned.summed.map(({ name }) => name).join(', ') || 'none'}) are summed.
// Each operand is read by its strides; a stride of 0 reads the same value again.

fn main(@builtin(global_invocation_id) id: vec3u) {
  let element = uniforms.first + id.x;
  if (element >= uniforms.end) {
    return;
  }
${places(output, 'element', '  ')}${starts.join('\n')}
  var total = 0.0;
  if (uniforms.first_term > 0) {
    total = result[element];
  }
  // Summed in stretches: one long f32 sum would lose what is added last.
  for (var stretch = uniforms.first_term; stretch < uniforms.end_term; stretch += 256) {
    var sum = 0.0;
    for (var term = stretch; term < min(stretch + 256, uniforms.end_term); term++) {
${places(summed, 'term', '      ')}      sum += ${factors.join(' * ')};
    }
    total += sum;
  }
  result[element] = total;
}
`;
}

/** Lines that take a number apart into the place along each axis, the last varying fastest. */
function places(axes: readonly ContractionAxis[], from: string, indent: string): string {
  // Of nothing there is no place to find; the text must be WGSL all the same.
  const sizes = axes.map(({ size }) => Math.max(1, size));
  let stride = sizes.reduce((product, size) => product * size, 1);
  const lines = axes.map(({ name }, at) => {
    const size = sizes[at];
    stride /= size;
    const divided = stride === 1 ? from : `${from} / ${stride}u`;
    const place = at === 0 ? divided : `(${divided}) % ${size}u`;
    return `${indent}let ${variable(name)} = ${place};\n`;
  });
  return lines.join('');
}

/** How far into an operand a place along some axes is. */
function offset(axes: readonly ContractionAxis[], operand: number): string {
  const parts = axes
    .filter(({ strides }) => strides[operand] > 0)
    .map(({ name, strides }) =>
      strides[operand] === 1 ? variable(name) : `${variable(name)} * ${strides[operand]}u`,
    );
  return parts.join(' + ') || '0u';
}

/** The same in f64, by the same strides; the last axis that is summed is the innermost loop. */
function sumElements(
  { operands, output, summed }: Contraction,
  { first, last, uniforms, buffers }: CpuInvocations,
): void {
  const [a, b] = operands.map((_, i) => buffers[`operand_${i + 1}`]);
  const { result } = buffers;
  const { first_term, end_term, end } = uniforms;
  // What is not summed keeps its sign: 0 + -0 is 0, and -0 + -0 is -0.
  const nothing = summed.length > 0 ? 0 : -0;
  const inner = summed.at(-1);
  const [strideA = 0, strideB = 0] = inner?.strides ?? [];
  const starts = [0, 0];
  const offsets = [0, 0];
  for (let i = first; i < last && uniforms.first + i < end; i++) {
    const element = uniforms.first + i;
    moveTo(starts, output, element);
    let sum = first_term > 0 ? result[element] : nothing;
    for (let term = first_term; term < end_term; ) {
      moveTo(offsets, summed, term);
      let fromA = starts[0] + offsets[0];
      let fromB = starts[1] + offsets[1];
      const stop = Math.min(end_term, term + restOfAxis(summed, term));
      for (; term < stop; term++) {
        const product = b ? a[fromA] * b[fromB] : a[fromA];
        sum += product;
        fromA += strideA;
        fromB += strideB;
      }
    }
    result[element] = sum;
  }
}

/** How many terms are left until the last axis begins anew; a single axis has no end but the sum's. */
function restOfAxis(summed: readonly ContractionAxis[], term: number): number {
  if (summed.length < 2) return Number.POSITIVE_INFINITY;
  const { size } = summed[summed.length - 1];
  return size - (term % size);
}

/** Sets how far into each operand the `number`-th place along some axes is. */
function moveTo(offsets: number[], axes: readonly ContractionAxis[], number: number): void {
  offsets.fill(0);
  let rest = number;
  for (let at = axes.length - 1; at >= 0; at--) {
    const { size, strides } = axes[at];
    // As in the WGSL, which does not depend on the first axis's size, and serves them all.
    const place = at === 0 ? rest : rest % size;
    rest = (rest - place) / size;
    for (let i = 0; i < strides.length; i++) offsets[i] += place * strides[i];
  }
}
