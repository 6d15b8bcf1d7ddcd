import pixelmatch from 'pixelmatch';
import type { PNG } from 'pngjs';

/** The part of the pixels, 0 to 1, that an eye would call different in two pictures of one size. */
export function partDifferent(one: PNG, other: PNG): number {
  const { width, height } = one;
  const different = pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.2 });
  return different / (width * height);
}
