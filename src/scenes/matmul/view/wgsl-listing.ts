import type { ProductKernel } from '../../../gpu/matmul/product-kernel.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import { type PhaseLines, phasesOf } from './phase-lines.ts';

/** The words by which each kernel's phases are found in its WGSL. */
const wgslPhases: Readonly<Record<string, (wgsl: string) => PhaseLines>> = {
  naive: (wgsl) =>
    phasesOf(
      wgsl,
      ['let column =', 'let row ='],
      'sum = fma(',
      'total += sum',
      'product[cell] = total',
    ),
  tiled: (wgsl) =>
    phasesOf(
      wgsl,
      ['tile_a[mine] =', 'tile_b[mine] ='],
      'sum = fma(tile_a[',
      'total += sum',
      'product[cell] = total',
    ),
  register: (wgsl) =>
    phasesOf(
      wgsl,
      ['from_b[j] = b[', 'let from_a = a['],
      'sums[i * columns_each + j] = fma(',
      'totals[i] += sums[i]',
      'product[cell] = total',
    ),
  'register-tiled': (wgsl) =>
    phasesOf(
      wgsl,
      ['tile_a[tile_row', 'tile_b[local.y'],
      'sums[i * columns_each + j] = fma(',
      'sums[i * columns_each + j] = fma(',
      'product[cell] = total',
    ),
  'tall-skinny': (wgsl) =>
    phasesOf(
      wgsl,
      ['from_a = a[', 'tile_a[tile_row'],
      'sums[j] = fma(',
      'sums[j] = fma(',
      'product[cell] = total',
    ),
  wide: (wgsl) =>
    phasesOf(
      wgsl,
      ['let a_0 =', 'let b_0 ='],
      'let of_two = fma(',
      'sum_0_0 = add_terms(',
      'product[cell] = total',
    ),
};

/** A kernel's WGSL with the lines of its phases. */
export function wgslListing({ kernel, label, source }: ProductKernel): CodeListing {
  const text = kernel.wgsl.trimEnd();
  return {
    language: 'WGSL',
    text,
    note: `${label}: the GPU’s code.`,
    runsOn: 'webgpu',
    phases: wgslPhases[source](text),
  };
}
