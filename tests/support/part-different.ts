import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The part of the pixels, 0 to 1, that an eye would call different in two pictures of one size. */
export function partDifferent(one: PNG, other: PNG): number {
  const { width, height } = one;
  const difference = new PNG({ width, height });
  pixelmatch(one.data, other.data, difference.data, width, height, {
    threshold: 0.2,
    diffMask: true,
    // What differs by smoothing alone is no difference.
    includeAA: false,
  });
  const [middle, centre] = [Math.floor(width / 2), Math.floor(height / 2)];
  const part = (left: number, right: number, top: number, bottom: number) => {
    let different = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        // The mask's alpha; smoothing is marked in yellow.
        const at = 4 * (y * width + x);
        if (difference.data[at + 3] > 0 && difference.data[at + 1] === 0) different += 1;
      }
    }
    return different / ((right - left) * (bottom - top));
  };
  // In each half as well: where little is drawn, little is missing of the whole.
  return Math.max(
    part(0, width, 0, height),
    part(0, middle, 0, height),
    part(middle, width, 0, height),
    part(0, width, 0, centre),
    part(0, width, centre, height),
  );
}
