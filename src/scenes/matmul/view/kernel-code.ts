import type { ProductKernel } from '../../../gpu/matmul/product-kernel.ts';
import productKernelSource from '../../../gpu/matmul/product-kernel.ts?raw';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { cutFunction } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import gpuBestPython from '../lesson/gpu-best.py?raw';
import gpuNaivePython from '../lesson/gpu-naive.py?raw';
import gpuTiledPython from '../lesson/gpu-tiled.py?raw';
import { phasesOf } from './phase-lines.ts';
import { pythonListing as python } from './python-listing.ts';
import { wgslListing } from './wgsl-listing.ts';

const kernelScript = cutFunction(productKernelSource, 'fillCells');

const kernelPython: Partial<Readonly<Record<MatmulMethod, CodeListing>>> = {
  'gpu-naive': python(
    gpuNaivePython,
    phasesOf(gpuNaivePython, 'x, y = a', 'product = x', 'total += product', 'c[i, j] = total'),
  ),
  'gpu-tiled': python(
    gpuTiledPython,
    phasesOf(
      gpuTiledPython,
      ['tile_a[y, x] =', 'tile_b[y, x] ='],
      'product = ',
      'total += product',
      'c[i, j] = total',
    ),
  ),
  'gpu-best': python(gpuBestPython, phasesOf(gpuBestPython, 'a, b = ', 'c = a', 'c = a', 'c = a')),
};

const kernelTypeScript: CodeListing = {
  language: 'TypeScript',
  text: kernelScript,
  note: 'The CPU’s version of the kernel.',
  runsOn: 'cpu',
  phases: phasesOf(
    kernelScript,
    ['const row = ', 'const column = '],
    'sum += a[',
    'sum += a[',
    'product[at] = sum',
  ),
};

/** A method's kernel: as the lesson writes it, as the CPU has it, and what the GPU runs. */
export function kernelCode(method: MatmulMethod, kernel: ProductKernel): readonly CodeListing[] {
  const ownPython = kernelPython[method];
  return [...(ownPython ? [ownPython] : []), kernelTypeScript, wgslListing(kernel)];
}
