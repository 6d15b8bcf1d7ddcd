import { exactKernels } from '../../../gpu/meanshift/exact.ts';
import moveTypeScript from '../../../gpu/meanshift/exact-cpu.ts?raw';
import sumsTypeScript from '../../../gpu/meanshift/sum-differences.ts?raw';
import { cutFunction, linesOf } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import python from '../lesson/step.py?raw';

const typeScript = [
  cutFunction(sumsTypeScript, 'sumRow'),
  cutFunction(moveTypeScript, 'moveToMeans'),
].join('\n\n');
const { sums, move } = exactKernels(2);
/** The sums of one point an invocation: what sums for several has the same lines once for each. */
const wgsl = [sums(1).wgsl, move.wgsl].join('\n');

/** A step, as the lesson would write it and as it runs here. */
export const code: readonly CodeListing[] = [
  {
    language: 'Python',
    text: python.trimEnd(),
    note: 'A step as the lesson would write it.',
    phases: {
      distances: linesOf(python, 'difference = X[None]', 'distance = ('),
      weights: linesOf(python, 'weight = gaussian('),
      'weighted sum': linesOf(python, 'total = '),
      divide: linesOf(python, 'mean = total'),
      move: linesOf(python, 'X[begin:begin + batch] = mean'),
    },
  },
  {
    language: 'TypeScript',
    text: typeScript,
    runsOn: 'cpu',
    note: 'The CPU’s code.',
    phases: {
      distances: linesOf(typeScript, 'const dx = ', 'const dy = '),
      weights: linesOf(typeScript, 'const w = '),
      'weighted sum': linesOf(typeScript, 'weightSum += w', 'pullY += w'),
      divide: linesOf(typeScript, 'const moved = '),
      move: linesOf(typeScript, '] = moved;'),
    },
  },
  {
    language: 'WGSL',
    text: wgsl.trimEnd(),
    runsOn: 'webgpu',
    note: 'The GPU’s code.',
    phases: {
      distances: linesOf(wgsl, 'let difference0 = ', 'squared = fma(difference1'),
      weights: linesOf(wgsl, 'let w = weight('),
      'weighted sum': linesOf(wgsl, 'block_weight += w', 'block_shift1 = fma('),
      divide: linesOf(wgsl, 'let moved0 = ', 'let moved1 = '),
      move: linesOf(wgsl, '+ row] = moved0;', '+ row] = moved1;'),
    },
  },
];
