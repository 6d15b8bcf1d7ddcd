import type { ProductKernel } from '../../../gpu/matmul/product-kernel.ts';
import productKernelSource from '../../../gpu/matmul/product-kernel.ts?raw';
import broadcastSource from '../../../maths/matmul/multiply-broadcast.ts?raw';
import dotSource from '../../../maths/matmul/multiply-dot.ts?raw';
import loopsSource from '../../../maths/matmul/multiply-loops.ts?raw';
import type { MatmulMethod } from '../../../systems/matmul/world.ts';
import { cutFunction, linesOf } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import broadcastPython from '../lesson/broadcast.py?raw';
import dotPython from '../lesson/dot.py?raw';
import einsumPython from '../lesson/einsum.py?raw';
import gpuBestPython from '../lesson/gpu-best.py?raw';
import gpuNaivePython from '../lesson/gpu-naive.py?raw';
import gpuTiledPython from '../lesson/gpu-tiled.py?raw';
import loopsPython from '../lesson/loops.py?raw';
import type { MatmulDescription } from '../sim/describe.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { einsumCode } from './einsum-code.ts';

type Lines = readonly [first: number, last: number];
type PhaseLines = Readonly<Record<'read' | 'multiply' | 'sum' | 'write', Lines>>;

/** The lines of the four phases: each by what stands in it, or from one line to another. */
function phasesOf(
  text: string,
  read: string | readonly [string, string],
  multiply: string,
  sum: string,
  write: string,
): PhaseLines {
  return {
    read: typeof read === 'string' ? linesOf(text, read) : linesOf(text, ...read),
    multiply: linesOf(text, multiply),
    sum: linesOf(text, sum),
    write: linesOf(text, write),
  };
}

const python = (text: string, phases: PhaseLines): CodeListing => ({
  language: 'Python',
  text: text.trimEnd(),
  note: 'As the lesson writes it.',
  phases,
});

const script = (text: string, phases: PhaseLines): CodeListing => ({
  language: 'TypeScript',
  text,
  note: 'This is what runs: plain TypeScript, whatever the backend is.',
  phases,
});

const loopsScript = cutConstant(loopsSource, 'multiplyLoops');
const dotScript = [cutConstant(dotSource, 'multiplyDot'), cutFunction(dotSource, 'dot')].join(
  '\n\n',
);
const broadcastScript = cutConstant(broadcastSource, 'multiplyBroadcast');
const kernelScript = cutFunction(productKernelSource, 'fillCells');

/** The methods that are TypeScript on every machine. */
const scripts: Partial<Readonly<Record<MatmulMethod, readonly CodeListing[]>>> = {
  loops: [
    python(
      loopsPython,
      phasesOf(loopsPython, 'x, y = a', 'product = x', 'total = c[', 'c[i, j] = total'),
    ),
    script(
      loopsScript,
      phasesOf(
        loopsScript,
        ['for (let i', 'for (let t'],
        'c[i * n + j] +=',
        'c[i * n + j] +=',
        'c[i * n + j] +=',
      ),
    ),
  ],
  dot: [
    python(
      dotPython,
      phasesOf(dotPython, 'row, column', 'products = ', 'total = ', 'c[i, j] = total'),
    ),
    script(
      dotScript,
      phasesOf(dotScript, 'const row = ', 'sum += u[t]', 'sum += u[t]', 'c[i * n + j] +='),
    ),
  ],
  broadcast: [
    python(
      broadcastPython,
      phasesOf(broadcastPython, 'row = a', 'products = row', 'total = ', 'c[i] = total'),
    ),
    script(
      broadcastScript,
      phasesOf(
        broadcastScript,
        'const stretched = ',
        '= stretched *',
        'c[first + j] +=',
        'c[first + j] +=',
      ),
    ),
  ],
};

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
    'product[i * columns + j] = sum',
  ),
};

/** The words by which each kernel's phases are found in its WGSL. */
const wgslPhases: Readonly<Record<string, (wgsl: string) => PhaseLines>> = {
  naive: (wgsl) =>
    phasesOf(
      wgsl,
      ['let column =', 'let row ='],
      'sum += a[',
      'total += sum',
      'product[cell] = total',
    ),
  tiled: (wgsl) =>
    phasesOf(
      wgsl,
      ['tile_a[mine] =', 'tile_b[mine] ='],
      'sum += tile_a[',
      'total += sum',
      'product[cell] = total',
    ),
  register: (wgsl) =>
    phasesOf(
      wgsl,
      ['from_b[j] = b[', 'let from_a = a['],
      'sums[i * columns_each + j] +=',
      'totals[i] += sums[i]',
      'product[cell] = total',
    ),
  'register-tiled': (wgsl) =>
    phasesOf(
      wgsl,
      ['tile_a[tile_row', 'tile_b[local.y'],
      'sums[i * columns_each + j] +=',
      'sums[i * columns_each + j] +=',
      'product[cell] = total',
    ),
  'tall-skinny': (wgsl) =>
    phasesOf(
      wgsl,
      ['from_a = a[', 'tile_a[tile_row'],
      'sums[j] +=',
      'sums[j] +=',
      'product[cell] = total',
    ),
};

/** The code of a method, as the lesson writes it and as it runs here; the same object for one world. */
export function code({ world }: SceneMoment<EnteredMatmul>): readonly CodeListing[] {
  const found = known.get(world) ?? listingsOf(world);
  known.set(world, found);
  return found;
}
const known = new WeakMap<EnteredMatmul, readonly CodeListing[]>();

function listingsOf({ values: { method }, kernel, wgsl }: EnteredMatmul): readonly CodeListing[] {
  const script = scripts[method];
  if (script) return script;
  if (!kernel) return einsumCode(einsumPython, wgsl ?? '');
  const ownPython = kernelPython[method];
  return [...(ownPython ? [ownPython] : []), kernelTypeScript, wgslListing(kernel)];
}

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

/** A top-level constant function cut out of its source file, with the comment before it. */
function cutConstant(source: string, name: string): string {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`export const ${name}`));
  const end = lines.indexOf('};', start);
  if (start < 0 || end < 0) throw new Error(`the source has no constant “${name}”`);
  let first = start;
  while (first > 0 && /^(\/\*\*| \*|\/\/)/.test(lines[first - 1])) first -= 1;
  return lines.slice(first, end + 1).join('\n');
}

/** What the running line works on now: the indices of its first product. */
export function codeValues({
  world: { product },
  description: { shown },
}: SceneMoment<EnteredMatmul, MatmulDescription>) {
  if (shown === null) return [];
  const at = ([first, last]: readonly [number, number], size: number) => {
    if (first === last) return `${first}`;
    return last - first + 1 === size ? ':' : `${first}:${last + 1}`;
  };
  return [
    { name: 'i', value: at(shown.rows, product.m) },
    { name: 'j', value: at(shown.columns, product.n) },
    { name: 'k', value: at(shown.terms, product.k) },
  ];
}
