import { InputError } from '../../../base/input-error.ts';
import { quoted } from '../../../base/quoted.ts';

/** What is drawn along its axes has few of them, and something on each. */
const drawn = { axes: 8, least: 1 };
/** numpy's own limit is an address; this one is a size that people can mean. */
const largestSize = 1e9;

/**
 * Reads a shape as people write one: “5, 784, 1”, “(5, 784)”, “5x784”; nothing at all is rank 0.
 *
 * @param limits how many axes at most, and the least size of one
 * @throws InputError that names what is no size
 */
export function readShape(text: string, limits = drawn): number[] {
  const inside = text.trim().replace(/^[([](.*)[)\]]$/, '$1');
  const parts = inside.split(/[,x×\s]+/).filter(Boolean);
  if (parts.length > limits.axes) {
    throw new InputError(
      `${quoted(text.trim())} has ${parts.length} axes; at most ${limits.axes} are possible`,
    );
  }
  return parts.map((part) => {
    const size = Number(part);
    if (Number.isInteger(size) && size >= limits.least && size <= largestSize) return size;
    throw new InputError(
      `${quoted(part)} is no size; give whole numbers of at least ${limits.least}, like 5, 784`,
    );
  });
}
