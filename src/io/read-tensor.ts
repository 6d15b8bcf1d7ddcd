import { createPause } from '../base/create-pause.ts';
import { InputError } from '../base/input-error.ts';
import { shorten } from '../base/shorten.ts';
import { checkNumbers, createGrowingNumbers } from './growing-numbers.ts';
import { isJsonFile } from './is-json-file.ts';
import { jsonContent } from './json-content.ts';
import { describeToken, type JsonToken, jsonTokens } from './json-tokens.ts';
import { type ReadTensor, readMatrix } from './read-matrix.ts';
import { readNumber } from './read-number.ts';
import type { ReadOptions } from './read-options.ts';
import type { TextFile } from './text-file.ts';

/** As in numpy, and in einsum, which no reader may know. */
export const mostAxes = 64;

/**
 * Reads a CSV as a matrix, or JSON nested arrays as a tensor of whatever rank, in slices. In JSON the
 * texts "NaN" and "Infinity" stand for what JSON has no numbers for. As in numpy [] has the shape (0)
 * and [[], []] the shape (2, 0); what would stand behind an axis of size 0 cannot be written.
 *
 * @throws InputError that names the place and says what to change
 */
export async function readTensor(file: TextFile, options: ReadOptions = {}): Promise<ReadTensor> {
  return isJsonFile(file) ? readNestedArrays(file, options) : readMatrix(file, options);
}

/** An array that is open, and how many values it has by now. */
interface Level {
  readonly at: JsonToken;
  count: number;
}

async function readNestedArrays(file: TextFile, options: ReadOptions): Promise<ReadTensor> {
  const label = shorten(file.name, 60);
  const pause = createPause(options.signal);
  const tokens = jsonTokens(await jsonContent(file, pause), label);
  const build = createBuilder(label);
  let needsValue = true;
  let isOpened = false;
  for (let count = 1; ; count++) {
    if (count % 1000 === 0) await pause();
    const token = tokens.next();
    if (needsValue) {
      needsValue = token.kind === '[';
      if (token.kind === '[') build.begin(token);
      else if (token.kind === ']' && isOpened) build.end();
      else if (',:]}end'.includes(token.kind)) tokens.refuse(token, describeToken(token));
      else build.add(token);
      isOpened = token.kind === '[';
    } else if (build.depth() > 0 && token.kind === ',') needsValue = true;
    else if (build.depth() > 0 && token.kind === ']') build.end();
    else if (build.depth() === 0 && token.kind === 'end') return build.tensor();
    else tokens.refuse(token, describeToken(token));
  }
}

/** Puts a tensor together; the first number tells the rank, and the first array of a level its size. */
function createBuilder(label: string) {
  const numbers = createGrowingNumbers();
  const shape: number[] = [];
  const open: Level[] = [];
  let rank: number | null = null;
  let length = 0;

  const placeOf = ({ line, column }: JsonToken) => `${label}, line ${line}, column ${column}`;
  const unlike = (token: JsonToken, found: string, wanted: string) =>
    new InputError(
      `${placeOf(token)}: ${found} where the first has ${wanted}; give every array of a level the same number of values`,
    );
  const countOne = () => {
    const level = open.at(-1);
    if (level) level.count += 1;
  };

  return {
    depth: () => open.length,
    tensor: (): ReadTensor => ({ shape, data: numbers.all().slice(), notices: [] }),
    begin(token: JsonToken): void {
      if (open.length === rank)
        throw unlike(token, 'an array', shape[rank - 1] === 0 ? '0' : 'a number');
      if (open.length === mostAxes) {
        throw new InputError(
          `${placeOf(token)}: arrays in more than ${mostAxes} levels; a tensor has at most ${mostAxes} axes`,
        );
      }
      open.push({ at: token, count: 0 });
    },
    end(): void {
      const { at, count } = open.pop()!;
      // Nothing stands behind an axis of size 0.
      if (count === 0) rank ??= open.length + 1;
      shape[open.length] ??= count;
      const wanted = shape[open.length];
      if (count !== wanted) throw unlike(at, `${count}`, `${wanted}`);
      countOne();
    },
    add(token: JsonToken): void {
      rank ??= open.length;
      if (open.length < rank) throw unlike(token, 'no array', `${shape[open.length] ?? 'one'}`);
      length += 1;
      checkNumbers(length, label);
      numbers.push(numberOf(token, placeOf(token)));
      countOne();
    },
  };
}

function numberOf({ kind, value }: JsonToken, place: string): number {
  const number = kind === 'number' ? Number(value) : kind === 'string' ? readNumber(value) : null;
  // Written larger than any number that there is.
  const isNumber = number !== null && (kind === 'string' || Number.isFinite(number));
  if (isNumber) return number;
  throw new InputError(`${place}: not a number; give nested arrays of numbers`);
}
