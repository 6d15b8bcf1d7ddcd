import { describe, expect, inject, it } from 'vitest';
import { referenceEinsum } from '../support/reference-einsum.ts';
import { referenceProduct } from '../support/reference-product.ts';
import { createFolder } from './run-headless.ts';

const numbers = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number));

describe('matmul without a page', () => {
  const folder = createFolder({
    'a.csv': '1,2,3\n4,5,6\n',
    'b.csv': '7,8\n9,10\n11,12\n',
    'fine.csv': '0.1,1e-3\n-2.5,1e8\n',
    'odd.csv': '1,nan\ninf,2\n',
    'vector.csv': '1,2,3\n',
    'column.csv': '1\n2\n3\n',
    'one.csv': '5\n',
    'cube.json': '[[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]',
    'ragged.csv': '1,2\n3\n',
    'words.csv': '1,2\n3,x\n',
    'header.csv': 'x,y\n1,2\n',
    'empty.csv': '\n',
    'ragged.json': '[[1, 2], [3]]',
    'texts.json': '[[1, "two"]]',
    'broken.json': '[[1, 2',
    'deep.json': '[[[1]]]',
    'none.json': '[]',
    'rows.json': '[[], []]',
    'two.json': '[[1, 2]]',
  });
  const run = (...argv: string[]) => folder.run('matmul', '--backend', 'cpu', ...argv);

  it('multiplies two files by every method', async () => {
    const { status, json } = await run('--a', 'a.csv', '--b', 'b.csv', '--output', 'c.csv');
    expect(status).toBe(0);
    expect(json).toMatchObject({
      scene: 'matmul',
      backend: 'cpu',
      adapter: null,
      seed: 42,
      steps: 0,
    });
    expect(json.shape).toEqual([2, 3, 2]);
    expect(json.methods.map(({ name }: { name: string }) => name)).toEqual([
      'loops',
      'dot',
      'broadcast',
      'einsum',
      'gpu-naive',
      'gpu-tiled',
      'gpu-best',
    ]);
    for (const method of json.methods) {
      expect(method.maxAbsError).toBe(0);
      expect(method.minMs).toBeGreaterThan(0);
      expect(method.medianMs).toBeGreaterThanOrEqual(method.minMs);
      expect(method.runs).toBeGreaterThanOrEqual(3);
      expect(method.gflops).toBeCloseTo((2 * 12) / method.medianMs / 1e6, 9);
      expect(method.speedup).toBeCloseTo(json.methods[0].medianMs / method.medianMs, 9);
    }
    expect(folder.read('c.csv')).toBe('58,64\n139,154\n');
  });

  it('keeps every digit of f64 on the CPU', async () => {
    await run('--a', 'fine.csv', '--b', 'fine.csv', '--method', 'gpu-best', '--output', 'c.csv');
    const a = [0.1, 1e-3, -2.5, 1e8];
    const expected = referenceProduct(a, a, { m: 2, k: 2, n: 2 });
    expect(numbers(folder.read('c.csv')).flat()).toEqual([...expected]);
  });

  it('fills a shape from the seed, the same for the same', async () => {
    const shape = ['--shape', '4,3,2', '--method', 'loops'];
    await run(...shape, '--output', 'one.out.csv');
    await run(...shape, '--output', 'two.out.csv', '--seed', '42');
    await run(...shape, '--output', 'other.out.csv', '--seed', '7');
    expect(numbers(folder.read('one.out.csv')).map((row) => row.length)).toEqual([2, 2, 2, 2]);
    expect(folder.read('two.out.csv')).toBe(folder.read('one.out.csv'));
    expect(folder.read('other.out.csv')).not.toBe(folder.read('one.out.csv'));
  });

  it('multiplies the lesson’s five images by its weights', async () => {
    const { json } = await run('--preset', 'lesson', '--method', 'dot,broadcast');
    expect(json.shape).toEqual([5, 784, 10]);
    for (const { maxAbsError } of json.methods) expect(maxAbsError).toBeLessThan(1e-12);
  });

  it('lets NaN and Infinity propagate, and says that they were there', async () => {
    const { json, stderr } = await run('--a', 'odd.csv', '--b', 'odd.csv', '--output', 'c.csv');
    // [[1, NaN], [Inf, 2]]²: 1 + NaN, NaN + NaN; Inf + Inf, NaN + 4.
    expect(folder.read('c.csv')).toBe('NaN,NaN\nInfinity,NaN\n');
    expect(json.nonFinite).toEqual({ a: 2, b: 2 });
    for (const { maxAbsError } of json.methods) expect(maxAbsError).toBe(0);
    expect(stderr).toContain('NaN or infinite');
  });

  it('runs any einsum, over tables and nested arrays', async () => {
    const cube = { shape: [2, 3, 2], data: Float64Array.from({ length: 12 }, (_, i) => i + 1) };
    const matrix = { shape: [2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) };
    const call = ['--einsum', 'ijk,lj->kil', '--operand', 'cube.json', '--operand', 'a.csv'];
    const { json } = await run(...call, '--output', 'result.json');
    const expected = referenceEinsum('ijk,lj->kil', [cube, matrix]);
    expect(json.shape).toEqual([2, 2, 2]);
    expect(json.methods).toMatchObject([{ name: 'einsum', maxAbsError: 0, speedup: 1 }]);
    expect(JSON.parse(folder.read('result.json')).flat(2)).toEqual([...expected.data]);
  });

  it.each([
    ['i->', 'vector.csv', '6\n'],
    ['i->', 'column.csv', '6\n'],
    [',i->i', 'one.csv vector.csv', '5,10,15\n'],
    ['ij->ji', 'a.csv', '1,4\n2,5\n3,6\n'],
    ['ij,jk', 'a.csv b.csv', '58,64\n139,154\n'],
  ])('takes %s over %s', async (text, files, result) => {
    const operands = files.split(' ').flatMap((file) => ['--operand', file]);
    const { stderr } = await run('--einsum', text, ...operands, '--output', 'result.csv');
    // A slow machine says how far it is, and comes further each time.
    expect(stderr).toMatch(/^(einsum, \d+ %\n)*$/);
    const parts = [...stderr.matchAll(/(\d+) %/g)].map(([, part]) => Number(part));
    for (const [i, part] of parts.entries()) {
      expect(part).toBeLessThanOrEqual(100);
      expect(part).toBeGreaterThanOrEqual(i === 0 ? 0 : parts[i - 1]);
    }
    expect(folder.read('result.csv')).toBe(result);
  });

  it.each([
    ['i->', 'none.json', [], '0\n', ''],
    ['i', 'none.json', [0], '[]\n', ''],
    ['ij', 'rows.json', [2, 0], '[[],\n[]]\n', ''],
    ['ij->i', 'rows.json', [2], '[0, 0]\n', ''],
    ['ij,kj->ik', 'rows.json rows.json', [2, 2], '[[0, 0],\n[0, 0]]\n', ''],
    ['ij->ji', 'rows.json', [0, 2], '[]\n', 'do not hold the sizes behind the 0'],
  ])('takes %s over nothing: %s', async (text, files, shape, result, said) => {
    const operands = files.split(' ').flatMap((file) => ['--operand', file]);
    const { status, json, stderr } = await run(
      '--einsum',
      text,
      ...operands,
      '--output',
      'nothing.json',
    );
    if (said) expect(stderr).toContain(said);
    else expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(json).toMatchObject({ shape, methods: [{ maxAbsError: 0 }] });
    expect(folder.read('nothing.json')).toBe(result);
  });

  it.skipIf(!inject('webgpu'))('runs every rung on WebGPU, and is right to f32', async () => {
    const { json } = await folder.run('matmul', '--backend', 'webgpu', '--shape', '65,130,33');
    expect(json.backend).toBe('webgpu');
    expect(json.methods.length).toBe(7);
    // 130 products of numbers below 1: an ulp or two of the sums of some tens that they pass.
    for (const { maxAbsError } of json.methods) expect(maxAbsError).toBeLessThan(2e-5);
    const odd = [
      '--a',
      'odd.csv',
      '--b',
      'odd.csv',
      '--method',
      'gpu-best',
      '--output',
      'odd.out.csv',
    ];
    await folder.run('matmul', '--backend', 'webgpu', ...odd);
    expect(folder.read('odd.out.csv')).toBe('NaN,NaN\nInfinity,NaN\n');
  });

  it('has no help on what means nothing to it', async () => {
    const { stdout } = await run('--help');
    expect(stdout).toContain('--shape');
    expect(stdout).not.toMatch(/--(steps|until-converged|max-steps|input)/);
  });

  it('takes the kernel that is asked for', async () => {
    const { json } = await run('--shape', '4,4,4', '--method', 'gpu-best', '--kernel', 'tiled');
    expect(json.params.kernel).toBe('tiled');
    expect(json.methods[0].kernel).toBe('shared tiles');
  });

  const refusals: readonly (readonly [call: string, message: RegExp])[] = [
    [
      '--a a.csv --b a.csv',
      /a\.csv is 2×3 and a\.csv is 2×3: A needs as many columns \(3\) as B has rows \(2\)/,
    ],
    ['--a a.csv', /--a stands alone; give both/],
    [
      '--a two.json --b rows.json',
      /1×2 @ 2×0 has a size of 0, .* give each matrix a row and a column/,
    ],
    ['--a a.csv --b b.csv --shape 2,3,2', /--shape fills A and B itself/],
    ['--a ragged.csv --b b.csv', /ragged\.csv, line 2: 1 cell where the first row has 2/],
    ['--a words.csv --b b.csv', /words\.csv, line 2, column 2: “x” is not a/],
    [
      '--a header.csv --b b.csv',
      /header\.csv, line 1, column 1: “x” is not a number; a matrix has no header/,
    ],
    ['--a empty.csv --b b.csv', /empty\.csv is empty/],
    ['--a deep.json --b b.csv', /deep\.json has 3 axes; a matrix has two/],
    ['--a none.csv --b b.csv', /there is no file none\.csv; check --a/],
    ['--a a.csv --b b.csv --output a.csv', /is the input itself/],
    ['--shape 2,3', /--shape takes three sizes m,k,n, not “2,3”/],
    ['--shape 2,0,3', /k must be a whole number of at least 1, not “0”/],
    ['--shape 2,-1,3', /not “-1”/],
    ['--shape 2,2.5,3', /not “2\.5”/],
    ['--shape 2,x,3', /not “x”/],
    ['--shape 100000,100000,100000', /needs 240 GB for A, B and C, and 1\.07 GB fit/],
    ['--shape 2,3,4 --m 5', /--shape and --m say the same/],
    ['--method fast', /--method takes all, or some of loops, .*not “fast”/],
    ['--method loops,loops', /names loops twice/],
    ['--input a.csv', /give A and B with --a and --b/],
    ['--operand a.csv', /--operand is for --einsum/],
    ['--einsum ij,jk --operand a.csv', /names 2 operands, and --operand is given 1 time/],
    [
      '--einsum ij,jk --operand a.csv --operand a.csv',
      /the letter j is 3 in operand 1 \(2×3\) and 2 in operand 2/,
    ],
    ['--einsum ij->ik --operand a.csv', /the letter k of the result is in no operand/],
    ['--einsum i%j --operand a.csv', /“%” at position 2/],
    ['--einsum ijk --operand a.csv', /a table of 2×3, and 'ijk' names 3 axes/],
    ['--einsum i --operand a.csv', /a table of 2×3, and 'i' names 1 axes/],
    [
      '--einsum ij --operand ragged.json',
      /ragged\.json, line 1, column 10: 1 where the first has 2/,
    ],
    ['--einsum ij --operand texts.json', /texts\.json, line 1, column 6: not a number/],
    ['--einsum ij --operand broken.json', /broken\.json is no valid JSON/],
    ['--einsum ij --operand a.csv --method loops', /--method and --einsum exclude each other/],
    [
      '--einsum ijk->kji --operand cube.json --output c.csv',
      /3 axes, and a table holds two; name a \.json/,
    ],
    ['--einsum ij->ji --operand none.json', /nested arrays hold no sizes behind a 0/],
    ['--einsum ij --operand rows.json --output c.csv', /empty \(2×0\).* name a \.json file/],
    ['--edits a0', /--edits: “a0” is no edited cell/],
    ['--shape 2,3,4 --output c.png', /image/],
  ];
  it.each(refusals)('refuses %s', async (call, message) => {
    const before = folder.names();
    const { status, stdout, stderr } = await run(...call.split(' '));
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(folder.names()).toEqual(before);
  });
});
