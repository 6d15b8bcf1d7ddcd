import { describe, expect, it } from 'vitest';
import type { Command, ComputeBuffer, Dispatch } from '../../src/gpu/backend.ts';
import { checkCommand, checkUniforms } from '../../src/gpu/check-command.ts';
import { declareKernel } from '../../src/gpu/declare-kernel.ts';
import type { Element } from '../../src/gpu/kernel.ts';

const kernel = declareKernel({
  name: 'stretch',
  body: 'fn main() {}',
  workgroupSize: [64, 1, 1],
  uniforms: { count: { type: 'u32' }, factor: { type: 'f32' } },
  constants: { tile: { value: 8 } },
  bindings: {
    source: { access: 'read', element: 'f32' },
    result: { access: 'read_write', element: 'real' },
  },
  cpu: () => undefined,
});
const plain = declareKernel({
  name: 'plain',
  body: 'fn main() {}',
  workgroupSize: [1, 1, 1],
  uniforms: {},
  bindings: {},
  cpu: () => undefined,
});

const buffer = (label: string, element: Element, length: number): ComputeBuffer => ({
  label,
  element,
  length,
  gpu: null,
  destroy: () => undefined,
});
const a = buffer('a', 'f32', 10);
const b = buffer('b', 'real', 12);

const dispatch = (changed: Partial<Dispatch> = {}): Dispatch => ({
  kind: 'dispatch',
  kernel,
  uniforms: { count: 10, factor: -0.5 },
  buffers: { source: a, result: b },
  grid: [10],
  work: 10,
  ...changed,
});

describe('a command', () => {
  it.each([
    ['a dispatch', dispatch()],
    ['of three axes', dispatch({ grid: [1, 2, 3] })],
    ['with its constant', dispatch({ constants: { tile: 4 } })],
    ['of a kernel that has no constants', { ...dispatch({ kernel: plain }), constants: {} }],
    ['a copy of all', { kind: 'copy', from: a, to: b }],
    [
      'a copy up to both ends',
      { kind: 'copy', from: a, to: b, fromOffset: 4, toOffset: 6, length: 6 },
    ],
    ['a copy of the rest', { kind: 'copy', from: b, to: a, fromOffset: 2, length: 10 }],
    ['a read of all', { kind: 'read', from: a, into: new Float32Array(10) }],
  ] as const satisfies readonly (readonly [string, Command])[])('%s is taken', (_, command) => {
    expect(() => checkCommand(command)).not.toThrow();
  });

  it.each<readonly [Command, string]>([
    [{ kind: 'copy', from: a, to: a, length: 1 }, 'copying “a” onto itself'],
    [{ kind: 'copy', from: b, to: a }, 'a copy of 12 from “b” to “a” leaves a buffer'],
    [
      { kind: 'copy', from: a, to: b, fromOffset: 5, length: 6 },
      'a copy of 6 from “a” to “b” leaves a buffer',
    ],
    [
      { kind: 'copy', from: a, to: b, toOffset: 7, length: 6 },
      'a copy of 6 from “a” to “b” leaves a buffer',
    ],
    [
      { kind: 'copy', from: a, to: b, fromOffset: 1 },
      'a copy of 10 from “a” to “b” leaves a buffer',
    ],
    [
      { kind: 'read', from: a, into: new Float32Array(9) },
      '“a” has 10 elements, its destination 9',
    ],
    [
      { kind: 'read', from: a, into: new Float32Array(11) },
      '“a” has 10 elements, its destination 11',
    ],
    [
      dispatch({ uniforms: { count: 10, factor: Number.NaN } }),
      'kernel “stretch”: uniform “factor” is NaN',
    ],
    [
      dispatch({ uniforms: { count: Number.POSITIVE_INFINITY, factor: 1 } }),
      'kernel “stretch”: uniform “count” is Infinity',
    ],
    [dispatch({ uniforms: { count: 10 } }), 'kernel “stretch”: uniform “factor” is undefined'],
    [dispatch({ constants: { tiles: 4 } }), 'kernel “stretch” has no constant “tiles”'],
    [dispatch({ kernel: plain, constants: { tile: 4 } }), 'kernel “plain” has no constant “tile”'],
    [dispatch({ buffers: { source: a } }), 'kernel “stretch”: nothing is bound to “result”'],
    [
      dispatch({ buffers: { source: b, result: b } }),
      'kernel “stretch”: “source” wants f32, “b” holds real',
    ],
    [
      dispatch({
        kernel: {
          ...kernel,
          bindings: { source: kernel.bindings.source, again: kernel.bindings.source },
        },
        buffers: { source: a, again: a },
      }),
      'kernel “stretch”: “a” is bound twice; a dispatch must not read what it writes',
    ],
    [
      dispatch({ grid: [0] }),
      'kernel “stretch”: the grid 0 is not made of whole numbers from 1 up',
    ],
    [
      dispatch({ grid: [2, 1.5] }),
      'kernel “stretch”: the grid 2x1.5 is not made of whole numbers from 1 up',
    ],
    [
      dispatch({ grid: [2, 3, -1] }),
      'kernel “stretch”: the grid 2x3x-1 is not made of whole numbers from 1 up',
    ],
  ])('that cannot be run as promised is refused in a sentence: %#', (command, sentence) => {
    expect(() => checkCommand(command)).toThrow(new Error(sentence));
  });
});

describe('the uniforms of a recording', () => {
  const commands = [
    dispatch({ kernel: plain, uniforms: {} }),
    { kind: 'copy', from: a, to: b } as const,
    dispatch(),
  ];

  it('are those that any of its dispatches has', () => {
    expect(() => checkUniforms(commands, { factor: -1, count: 0 })).not.toThrow();
    expect(() => checkUniforms([], {})).not.toThrow();
  });

  it.each([
    [{ factor: 1, count: Number.NEGATIVE_INFINITY }, 'uniform “count” is -Infinity'],
    [{ factor: 1, slope: 2 }, 'no dispatch of this recording has a uniform “slope”'],
    [{ toString: 2 }, 'no dispatch of this recording has a uniform “toString”'],
  ])('are refused by name otherwise: %#', (values, sentence) => {
    expect(() => checkUniforms(commands, values)).toThrow(new Error(sentence));
  });
});
