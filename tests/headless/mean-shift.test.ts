import { describe, expect, inject, it } from 'vitest';
import { lessonPoints } from '../support/lesson-points.ts';
import { referenceSweep } from '../support/reference-mean-shift.ts';
import { createFolder } from './run-headless.ts';

const commonKeys = ['scene', 'backend', 'adapter', 'seed', 'steps', 'params', 'elapsedMs'];
const meanShiftKeys = ['n', 'dims', 'columns', 'converged', 'clusters', 'sizes', 'modes'];
const rows = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));

describe('the headless run of mean shift', () => {
  it('prints every key of the contract, for the lesson’s points', async () => {
    const { status, json, stderr } = await createFolder().run('meanshift', '--backend', 'cpu');
    expect(status).toBe(0);
    // Progress is all that may be said, and on a busy machine it is.
    expect(stderr).toMatch(/^(step .*\n)*$/);
    expect(Object.keys(json)).toEqual([...commonKeys, ...meanShiftKeys, 'meanShift', 'maxShift']);
    expect(json).toMatchObject({
      scene: 'meanshift',
      backend: 'cpu',
      adapter: null,
      seed: 42,
      steps: 5,
      n: 1500,
      dims: 2,
      columns: ['x', 'y'],
      converged: true,
      clusters: 6,
      sizes: [250, 250, 250, 250, 250, 250],
    });
    expect(json.params).toMatchObject({
      bandwidth: 2.5,
      kernel: 'gaussian',
      batch: 1500,
      clusters: 6,
      samples: 250,
      spread: 5,
      seed: 42,
      mergeRadius: 0.5,
      tolerance: 1e-3,
    });
    expect(json.meanShift).toHaveLength(5);
    expect(json.maxShift).toHaveLength(5);
  });

  it('writes the lesson’s points as they were published, then where they went', async () => {
    const folder = createFolder();
    await folder.run('meanshift', '--backend', 'cpu', '--steps', '1', '--output', 'out.csv');
    const [header, ...points] = rows(folder.read('out.csv'));
    expect(header).toEqual(['x', 'y', 'shifted_x', 'shifted_y', 'cluster']);
    const expected = referenceSweep(lessonPoints, 'gaussian', 2.5, 1500);
    expect(points).toHaveLength(1500);
    for (const [i, [x, y, shiftedX, shiftedY]] of points.entries()) {
      expect(Math.fround(Number(x))).toBe(lessonPoints[i].x);
      expect(Math.fround(Number(y))).toBe(lessonPoints[i].y);
      const gap = Math.hypot(Number(shiftedX) - expected[i].x, Number(shiftedY) - expected[i].y);
      expect(gap / 2.5).toBeLessThan(1e-6);
    }
  });

  for (const backend of ['cpu', 'webgpu'] as const) {
    it.skipIf(backend === 'webgpu' && !inject('webgpu'))(
      `steps until nothing moves, on ${backend}`,
      async () => {
        const call = ['--until-converged', '--backend', backend];
        const { json } = await createFolder().run('meanshift', ...call);
        expect(json).toMatchObject({ backend, steps: 6, converged: true, clusters: 6 });
        expect(json.adapter === null).toBe(backend === 'cpu');
        expect(json.maxShift.at(-1)).toBeLessThanOrEqual(1e-3 * 2.5);
        // Each mode is the mean of one cluster's samples, within the 0.2 that the blur moves it.
        for (let cluster = 0; cluster < 6; cluster++) {
          const members = lessonPoints.filter((point) => point.cluster === cluster);
          const mean = ['x', 'y'].map(
            (axis) => members.reduce((sum, point) => sum + point[axis as 'x' | 'y'], 0) / 250,
          );
          const gaps = json.modes.map(([x, y]: number[]) => Math.hypot(x - mean[0], y - mean[1]));
          expect(Math.min(...gaps)).toBeLessThan(0.2);
        }
      },
    );

    it.skipIf(backend === 'webgpu' && !inject('webgpu'))(
      `keeps the digits of points far from zero, on ${backend}`,
      async () => {
        const [first, second] = [
          { x: 500000.1, y: 4600000.2 },
          { x: 500000.3, y: 4600000.1 },
        ];
        const csv = `east,north\n${first.x},${first.y}\n${second.x},${second.y}\n`;
        const folder = createFolder({ 'far.csv': csv });
        const call = ['--input', 'far.csv', '--bandwidth', '1e6', '--steps', '1'];
        const { json } = await folder.run('meanshift', ...call, '--backend', backend);
        expect(json.columns).toEqual(['east', 'north']);
        expect(json.clusters).toBe(1);
        expect(json.modes[0][0]).toBeCloseTo(500000.2, 6);
        expect(json.modes[0][1]).toBeCloseTo(4600000.15, 6);
        expect(json.maxShift[0]).toBeCloseTo(Math.hypot(0.1, 0.05), 6);
      },
    );
  }

  // The notebook's sweep of bandwidths: clusters after 60 simultaneous sweeps.
  for (const [kernel, bandwidth, clusters] of [
    ['gaussian', 1.25, 10],
    ['gaussian', 1.5, 8],
    ['gaussian', 3, 6],
    ['gaussian', 8, 3],
    ['triangular', 4, 10],
    ['triangular', 12, 6],
    ['triangular', 15, 5],
  ] as const) {
    it(`finds ${clusters} clusters at bandwidth ${bandwidth} (${kernel})`, async () => {
      const call = ['--kernel', kernel, '--bandwidth', `${bandwidth}`, '--steps', '60'];
      const { json } = await createFolder().run('meanshift', ...call, '--backend', 'cpu');
      expect(json.clusters).toBe(clusters);
    });
  }

  it('takes one row for one point and one cluster', async () => {
    const folder = createFolder({ 'one.csv': 'x,y\n1,2\n' });
    const { json } = await folder.run('meanshift', '--input', 'one.csv', '--until-converged');
    expect(json).toMatchObject({ n: 1, clusters: 1, sizes: [1], modes: [[1, 2]], converged: true });
  });

  it('numbers clusters by size, largest first, ties by first appearance', async () => {
    const folder = createFolder({ 'in.csv': '0,0\n50,0\n99,9\n50,0\n0.1,0\n70,70\n50,0.1\n' });
    const call = ['--input', 'in.csv', '--bandwidth', '1', '--output', 'out.csv'];
    const { json } = await folder.run('meanshift', ...call);
    expect(json.sizes).toEqual([3, 2, 1, 1]);
    const [header, ...points] = rows(folder.read('out.csv'));
    expect(header).toEqual(['x', 'y', 'shifted_x', 'shifted_y', 'cluster']);
    expect(points.map((row) => row[4])).toEqual(['1', '0', '2', '0', '1', '3', '0']);
  });

  it('keeps the input’s columns and rows, and leaves words and labels out of the mathematics', async () => {
    const folder = createFolder({
      'in.csv': 'name,x,label,y\n"b, the second",1.50,7,2\na,9,8,9\n',
    });
    const call = ['--input', 'in.csv', '--bandwidth', '1', '--steps', '0', '--output', 'out.csv'];
    const { json } = await folder.run('meanshift', ...call);
    expect(json.columns).toEqual(['x', 'y']);
    expect(folder.read('out.csv')).toBe(
      'name,x,label,y,shifted_x,shifted_y,cluster\n"b, the second",1.50,7,2,1.5,2,0\na,9,8,9,9,9,1\n',
    );
  });

  it('reads tab-separated values, semicolons, a byte order mark, CRLF, and JSON', async () => {
    const folder = createFolder({
      'a.tsv': 'x\ty\n1\t2\n3\t4\n',
      'b.csv': '\uFEFFx;y\r\n1;2\r\n3;4\r\n',
      'c.json': '[[1, 2], [3, 4]]',
      'd.json': '[{"x": 1, "y": 2}, {"x": 3, "y": 4}]',
    });
    for (const name of ['a.tsv', 'b.csv', 'c.json', 'd.json']) {
      const call = ['--input', name, '--bandwidth', '0.1', '--steps', '0'];
      const { json } = await folder.run('meanshift', ...call);
      expect(json.modes).toEqual([
        [1, 2],
        [3, 4],
      ]);
    }
  });

  it('scales columns to unit variance on request, and gives results in their units', async () => {
    // Four corners of a flat rectangle: along x the deviation is 100, along y 0.01.
    const folder = createFolder({ 'in.csv': '-100,-0.01\n100,-0.01\n-100,0.01\n100,0.01\n' });
    const call = ['--input', 'in.csv', '--standardize', '--bandwidth', '50', '--steps', '1'];
    const { json } = await folder.run('meanshift', ...call);
    expect(json.clusters).toBe(1);
    expect(json.modes[0][0]).toBeCloseTo(0, 9);
    expect(json.modes[0][1]).toBeCloseTo(0, 9);
  });

  it('estimates a bandwidth for data it knows nothing of', async () => {
    const points = lessonPoints.map(({ x, y }) => `${x},${y}`).join('\n');
    const folder = createFolder({ 'points.csv': points });
    const call = ['--input', 'points.csv', '--until-converged'];
    const { json } = await folder.run('meanshift', ...call);
    // From 2 to 3 the lesson's points have six clusters.
    expect(json.params.bandwidth).toBeGreaterThan(2);
    expect(json.params.bandwidth).toBeLessThan(3.2);
    expect(json.clusters).toBe(6);
    expect(json.params.samples).toBeUndefined();
  });

  it('explains every option, with default, range and unit', async () => {
    const { status, stdout } = await createFolder().run('meanshift', '--help');
    expect(status).toBe(0);
    for (const words of [
      '--bandwidth',
      '--merge-radius',
      'Default: 2.5',
      'data units',
      'positive',
    ]) {
      expect(stdout).toContain(words);
    }
  });
});
