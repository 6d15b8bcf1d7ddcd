import { exactMeanShift } from '../../../gpu/meanshift/exact.ts';
import exactTypeScript from '../../../gpu/meanshift/exact.ts?raw';
import { cutFunction, linesOf } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import python from '../lesson/step.py?raw';

const typeScript = cutFunction(exactTypeScript, 'shiftBatch');
const { wgsl } = exactMeanShift;

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
      weights: linesOf(typeScript, 'const w = weight('),
      'weighted sum': linesOf(typeScript, 'weightSum += w', 'shiftY += '),
      divide: linesOf(typeScript, 'shifted[i] = ', 'shifted[count + i] = '),
      move: linesOf(typeScript, 'shifted[i] = ', 'shifted[count + i] = '),
    },
  },
  {
    language: 'WGSL',
    text: wgsl.trimEnd(),
    runsOn: 'webgpu',
    note: 'The GPU’s code.',
    phases: {
      distances: linesOf(wgsl, 'let difference = ', 'let scaled = '),
      weights: linesOf(wgsl, 'let w = weight('),
      'weighted sum': linesOf(wgsl, 'block_weight += w', 'block_shift += '),
      divide: linesOf(wgsl, 'shifted[i] = ', 'shifted[count + i] = '),
      move: linesOf(wgsl, 'shifted[i] = ', 'shifted[count + i] = '),
    },
  },
];
