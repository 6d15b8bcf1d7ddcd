import { parse, type ValueNode } from '@humanwhocodes/momoa';
import { InputError } from '../base/input-error.ts';
import { readMatrix } from './read-matrix.ts';
import { readNumber } from './read-number.ts';
import type { Tensor } from './tensor.ts';

/**
 * Reads a CSV as a matrix, or JSON nested arrays as a tensor of whatever rank. In JSON the texts
 * "NaN" and "Infinity" stand for what JSON has no numbers for. As in numpy [] has the shape (0) and
 * [[], []] the shape (2, 0); what would stand behind an axis of size 0 cannot be written.
 *
 * @param name the file's name, for messages; its ending says which, or else the first character
 * @throws InputError that names the place and says what to change
 */
export function readTensor(text: string, name: string): Tensor {
  const content = text.replace(/^\uFEFF/, '');
  const isDelimited = /\.(csv|tsv|tab)$/i.test(name);
  const isJson = /\.json$/i.test(name) || (!isDelimited && /^\s*\[/.test(content));
  return isJson ? readNestedArrays(content, name) : readMatrix(content, name);
}

function readNestedArrays(text: string, name: string): Tensor {
  const body = parseJson(text, name);
  const shape: number[] = [];
  for (let node = body; node.type === 'Array'; node = node.elements[0].value) {
    shape.push(node.elements.length);
    if (node.elements.length === 0) break;
  }
  const data = new Float64Array(shape.reduce((product, size) => product * size, 1));
  let next = 0;

  function read(node: ValueNode, depth: number): void {
    if (depth === shape.length) {
      data[next++] = numberOf(node, name);
    } else if (node.type === 'Array' && node.elements.length === shape[depth]) {
      for (const { value } of node.elements) read(value, depth + 1);
    } else {
      const found = node.type === 'Array' ? `${node.elements.length}` : 'no array';
      throw new InputError(
        `${name}, ${placeOf(node)}: ${found} where the first has ${shape[depth]}; give every array of a level the same number of values`,
      );
    }
  }
  read(body, 0);
  return { shape, data };
}

function parseJson(text: string, name: string): ValueNode {
  try {
    return parse(text, { mode: 'json', ranges: true }).body;
  } catch (error) {
    const at = (_: string, line: string, column: string) => `(line ${line}, column ${column})`;
    const { message } = error as Error;
    throw new InputError(`${name} is no valid JSON: ${message.replace(/\((\d+):(\d+)\)$/, at)}`);
  }
}

function numberOf(node: ValueNode, name: string): number {
  const value =
    node.type === 'Number' ? node.value : node.type === 'String' ? readNumber(node.value) : null;
  // Written larger than any number that there is.
  const isNumber = value !== null && (node.type === 'String' || Number.isFinite(value));
  if (isNumber) return value;
  throw new InputError(`${name}, ${placeOf(node)}: not a number; give nested arrays of numbers`);
}

const placeOf = ({ loc }: ValueNode) => `line ${loc.start.line}, column ${loc.start.column}`;
