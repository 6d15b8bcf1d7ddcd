import type { CodeListing } from '../../../view/code-listing.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import einsumPython from '../lesson/einsum.py?raw';
import type { MatmulDescription } from '../sim/describe.ts';
import type { EnteredMatmul } from '../sim/enter-matmul.ts';
import { einsumCode } from './einsum-code.ts';
import { kernelCode } from './kernel-code.ts';
import { scriptCode } from './script-code.ts';

/** The code of a method, as the lesson writes it and as it runs here; the same object for one world. */
export function code({ world }: SceneMoment<EnteredMatmul>): readonly CodeListing[] {
  const found = known.get(world) ?? listingsOf(world);
  known.set(world, found);
  return found;
}
const known = new WeakMap<EnteredMatmul, readonly CodeListing[]>();

function listingsOf({ values: { method }, kernel, wgsl }: EnteredMatmul): readonly CodeListing[] {
  const script = scriptCode[method];
  if (script) return script;
  return kernel ? kernelCode(method, kernel) : einsumCode(einsumPython, wgsl ?? '');
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
