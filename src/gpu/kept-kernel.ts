import type { Kernel } from './kernel.ts';

/** Backends keep their pipelines by the kernel, and a person types one formula after another. */
const mostKept = 64;
const kept = new Map<string, Kernel>();

/** The kernel that was made under this key before, if it is among the last that were used, or a new one. */
export function keptKernel(key: string, make: () => Kernel): Kernel {
  const kernel = kept.get(key) ?? make();
  // Used again, it is the youngest.
  kept.delete(key);
  kept.set(key, kernel);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return kernel;
}
