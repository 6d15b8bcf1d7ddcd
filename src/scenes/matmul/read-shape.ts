import { InputError } from '../../base/input-error.ts';

const mostAxes = 8;
/** numpy's own limit is an address; this one is a size that people can mean. */
const largestSize = 1e9;

/**
 * Reads a shape as people write one: “5, 784, 1”, “(5, 784)”, “5x784”; nothing at all is rank 0.
 *
 * @throws InputError that names what is no size
 */
export function readShape(text: string): number[] {
  const inside = text.trim().replace(/^[([](.*)[)\]]$/, '$1');
  const parts = inside.split(/[,x×\s]+/).filter(Boolean);
  if (parts.length > mostAxes) {
    throw new InputError(
      `“${text.trim()}” has ${parts.length} axes; at most ${mostAxes} are possible`,
    );
  }
  return parts.map((part) => {
    const size = Number(part);
    if (Number.isInteger(size) && size >= 1 && size <= largestSize) return size;
    throw new InputError(`“${part}” is no size; give whole numbers of at least 1, like 5, 784`);
  });
}
