import { slopesKernel } from '../../../gpu/derivatives/slopes-kernel.ts';
import dualSource from '../../../maths/expression/dual.ts?raw';
import type { Scheme } from '../../../maths/finite-difference.ts';
import differenceSource from '../../../maths/finite-difference.ts?raw';
import { type DerivativesWorld, orderOf } from '../../../systems/derivatives/world.ts';
import { cutFunction, linesOf } from '../../../view/code-lines.ts';
import type { CodeListing } from '../../../view/code-listing.ts';
import type { SceneMoment } from '../../../view/scene-moment.ts';
import backward from '../lesson/backward.py?raw';
import central from '../lesson/central.py?raw';
import dual from '../lesson/dual.py?raw';
import fivePoint from '../lesson/five-point.py?raw';
import forward from '../lesson/forward.py?raw';
import type { DerivativesDescription } from '../sim/describe.ts';
import { numberText } from '../sim/number-text.ts';

const pythons: Readonly<Record<Scheme, string>> = {
  forward,
  backward,
  central,
  'five-point': fivePoint,
  dual,
};

const difference = cutFunction(differenceSource, 'finiteDifference');
const duals = cutFunction(dualSource, 'compileDual');

/** The code of the scheme of now; the same array for the same function, scheme and order. */
export function code({ world }: SceneMoment<DerivativesWorld>): readonly CodeListing[] {
  const { scheme } = world.resolved;
  const key = `${scheme} ${orderOf(world)}`;
  const known = listings.get(world) ?? new Map<string, readonly CodeListing[]>();
  listings.set(world, known);
  const found = known.get(key) ?? [
    pythonListing(scheme),
    scriptListing(scheme),
    wgslListing(world),
  ];
  known.set(key, found);
  return found;
}
const listings = new WeakMap<DerivativesWorld, Map<string, readonly CodeListing[]>>();

function pythonListing(scheme: Scheme): CodeListing {
  const text = pythons[scheme].trimEnd();
  const rise = linesOf(text, 'dy = ', scheme === 'five-point' ? '- 8*f' : 'dy = ');
  const last = linesOf(text, 'return ');
  return {
    language: 'Python',
    text,
    note: 'As one would write it by hand.',
    phases: { run: linesOf(text, 'dx = '), rise, divide: last, next: last },
  };
}

function scriptListing(scheme: Scheme): CodeListing {
  const isDual = scheme === 'dual';
  const text = isDual ? duals : difference;
  const all: readonly [number, number] = [1, text.split('\n').length];
  return {
    language: 'TypeScript',
    text,
    note: isDual
      ? 'The CPU’s dual numbers.'
      : 'The CPU’s differences; it takes the slope at the point.',
    phases: { run: all, rise: all, divide: all, next: all },
  };
}

function wgslListing(world: DerivativesWorld): CodeListing {
  const { expression, resolved } = world;
  const { wgsl } = slopesKernel({ expression, scheme: resolved.scheme, order: orderOf(world) });
  const text = wgsl.trimEnd();
  const lines = text.split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => line.includes('fn main')),
  );
  const main: readonly [number, number] = [at + 1, lines.length];
  return {
    language: 'WGSL',
    text,
    note: 'Every sample of the curve at once: the GPU’s code, with your function in it.',
    runsOn: 'webgpu',
    phases: { run: main, rise: main, divide: main, next: main },
  };
}

/** What the code works with now. */
export const codeValues = ({
  description: { found },
}: SceneMoment<DerivativesWorld, DerivativesDescription>) =>
  found
    ? [
        { name: 'x', value: numberText(found.x) },
        { name: 'h', value: numberText(found.h, 3) },
      ]
    : [];
