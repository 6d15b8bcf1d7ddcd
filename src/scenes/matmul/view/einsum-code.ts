import kernelSource from '../../../gpu/einsum/contraction-kernel.ts?raw';
import { cutFunction, linesOf } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';

const typeScript = [
  cutFunction(kernelSource, 'sumElements'),
  cutFunction(kernelSource, 'moveTo'),
].join('\n\n');

/** Einsum as the lesson writes it, and the one kernel that it was compiled to here. */
export function einsumCode(python: string, wgsl: string): readonly CodeListing[] {
  const call = linesOf(python, 'torch.einsum(');
  return [
    {
      language: 'Python',
      text: python.trimEnd(),
      note: 'As the lesson writes it.',
      phases: { read: call, multiply: call, sum: call, write: call },
    },
    {
      language: 'TypeScript',
      text: typeScript,
      note: 'The CPU’s version of every contraction, by strides.',
      runsOn: 'cpu',
      phases: {
        read: linesOf(typeScript, 'moveTo(offsets, summed, term)'),
        multiply: linesOf(typeScript, 'const product = '),
        sum: linesOf(typeScript, 'sum += product'),
        write: linesOf(typeScript, 'result[element] = sum'),
      },
    },
    {
      language: 'WGSL',
      text: wgsl.trimEnd(),
      note: 'What ik,kj->ij is compiled to: the GPU’s code.',
      runsOn: 'webgpu',
      phases: {
        read: linesOf(wgsl, 'let at_1', 'let at_2'),
        multiply: linesOf(wgsl, 'sum += operand_1['),
        sum: linesOf(wgsl, 'total += sum'),
        write: linesOf(wgsl, 'result[element] = total;'),
      },
    },
  ];
}
