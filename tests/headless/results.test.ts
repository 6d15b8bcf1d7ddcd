import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { lessonPoints } from '../support/lesson-points.ts';
import { referenceSweep } from '../support/reference-mean-shift.ts';
import { createFolder } from './run-headless.ts';

const lessonCsv = readFileSync(new URL('../fixtures/lesson-points.csv', import.meta.url), 'utf8');
const backends = ['cpu', 'webgpu'] as const;
const skips = (backend: string) => backend === 'webgpu' && !inject('webgpu');
const lines = (text: string) => text.trimEnd().split('\n');

describe('results of the headless run', () => {
  it('begin with the lesson’s points, letter for letter as they were published', async () => {
    const folder = createFolder();
    await folder.run('meanshift', '--backend', 'cpu', '--steps', '0', '--output', 'out.csv');
    const own = lines(folder.read('out.csv')).map((line) => line.split(',').slice(0, 2));
    expect(own).toEqual(lines(lessonCsv).map((line) => line.split(',').slice(0, 2)));
  });

  it.skipIf(skips('webgpu'))('are the same to the bit for the lesson’s CSV, in f32', async () => {
    const folder = createFolder({ 'lesson.csv': lessonCsv });
    const call = ['--backend', 'webgpu', '--steps', '2'];
    const drawn = await folder.run('meanshift', ...call);
    const file = ['--input', 'lesson.csv', '--bandwidth', '2.5'];
    const read = await folder.run('meanshift', ...call, ...file);
    for (const key of ['modes', 'sizes', 'meanShift', 'maxShift', 'columns']) {
      expect(read.json[key]).toEqual(drawn.json[key]);
    }
  });

  for (const backend of backends) {
    it.skipIf(skips(backend))(`do not depend on where the data lie, on ${backend}`, async () => {
      const points = lessonPoints.slice(0, 60).map(({ x, y }) => ({ x: x + 1e6, y: y - 1e6 }));
      const csv = points.map(({ x, y }) => `${x},${y}`).join('\n');
      const folder = createFolder({ 'far.csv': csv });
      const call = ['--input', 'far.csv', '--bandwidth', '2.5', '--steps', '1'];
      await folder.run('meanshift', ...call, '--backend', backend, '--output', 'out.csv');
      const expected = referenceSweep(points, 'gaussian', 2.5, 60);
      for (const [i, line] of lines(folder.read('out.csv')).slice(1).entries()) {
        const [, , x, y] = line.split(',').map(Number);
        const gap = Math.hypot(x - expected[i].x, y - expected[i].y) / 2.5;
        expect(gap).toBeLessThan(backend === 'cpu' ? 1e-6 : 1e-5);
      }
    });

    it.skipIf(skips(backend))(`keep the digits of extreme numbers, on ${backend}`, async () => {
      for (const unit of ['e300', 'e-40', 'e-310']) {
        const folder = createFolder({ 'in.csv': `1${unit},0\n3${unit},0\n` });
        const call = ['--input', 'in.csv', '--bandwidth', `1${unit}`, '--steps', '1'];
        const { json } = await folder.run('meanshift', ...call, '--backend', backend);
        // Two bandwidths apart: the other point's weight is e^-2, and it is 2 away.
        const w = Math.exp(-2);
        expect(json.maxShift[0] / Number(`1${unit}`)).toBeCloseTo((2 * w) / (1 + w), 5);
        expect(json.sizes).toEqual([1, 1]);
        expect(json.modes[0][0] / Number(`1${unit}`)).toBeCloseTo(1 + (2 * w) / (1 + w), 5);
      }
    });

    it.skipIf(skips(backend))(`leave a lone point where it was, on ${backend}`, async () => {
      const rows = ['500000.1,4600000.2', '500100.3,4600000.7'];
      const folder = createFolder({ 'in.csv': rows.join('\n') });
      const call = ['--input', 'in.csv', '--bandwidth', '1', '--kernel', 'triangular'];
      await folder.run('meanshift', ...call, '--backend', backend, '--output', 'out.csv');
      expect(lines(folder.read('out.csv')).slice(1)).toEqual(
        rows.map((row, i) => `${row},${row},${i}`),
      );
    });
  }

  it('tell the shifts of standardized columns in the columns’ own units', async () => {
    // Both deviations are known: 100 along x, 0.01 along y. With weights of 1 all meet in the middle.
    const folder = createFolder({ 'in.csv': '-100,-0.01\n100,-0.01\n-100,0.01\n100,0.01\n' });
    const call = ['--input', 'in.csv', '--standardize', '--bandwidth', '1e9', '--steps', '1'];
    const { json } = await folder.run('meanshift', ...call);
    expect(json.maxShift[0]).toBeCloseTo(Math.hypot(100, 0.01), 9);
    expect(json.meanShift[0]).toBeCloseTo(Math.hypot(100, 0.01), 9);
  });

  it('keep a header as it was written, and an input’s own cluster column', async () => {
    const folder = createFolder({ 'in.csv': ' x ,y,cluster\n1,2,old\n9,8,older\n' });
    const call = ['--input', 'in.csv', '--bandwidth', '1', '--steps', '0'];
    await folder.run('meanshift', ...call, '--output', 'out.csv');
    expect(folder.read('out.csv')).toBe(
      '" x ",y,cluster,shifted_x,shifted_y,cluster\n1,2,old,1,2,0\n9,8,older,9,8,1\n',
    );
    await folder.run('meanshift', ...call, '--output', 'out.json');
    expect(JSON.parse(folder.read('out.json'))).toEqual([
      { x: 1, y: 2, input_cluster: 'old', shifted_x: 1, shifted_y: 2, cluster: 0 },
      { x: 9, y: 8, input_cluster: 'older', shifted_x: 9, shifted_y: 8, cluster: 1 },
    ]);
    // And so on, however often a result is an input again.
    const again = [
      '--columns',
      'x,y',
      '--bandwidth',
      '1',
      '--steps',
      '0',
      '--output',
      'again.json',
    ];
    await folder.run('meanshift', '--input', 'out.json', ...again);
    expect(JSON.parse(folder.read('again.json'))[0]).toEqual({
      x: 1,
      y: 2,
      input_cluster: 'old',
      input_shifted_x: 1,
      input_shifted_y: 2,
      input_input_cluster: 0,
      shifted_x: 1,
      shifted_y: 2,
      cluster: 0,
    });
  });

  it('are 0 steps’ worth for one point: nothing moved, one cluster', async () => {
    const folder = createFolder({ 'in.csv': 'x,y\n0.1,1e300\n' });
    const { status, json } = await folder.run('meanshift', '--input', 'in.csv');
    expect(status).toBe(0);
    expect(json).toMatchObject({ n: 1, clusters: 1, modes: [[0.1, 1e300]] });
    expect(json.params.bandwidth).toBeGreaterThan(0);
    expect(json.maxShift).toEqual([0, 0, 0, 0, 0]);
  });

  it('are six clusters of 250 when the lesson’s points have come to rest', async () => {
    const { json } = await createFolder().run('meanshift', '--until-converged', '--backend', 'cpu');
    const sizes = [250, 250, 250, 250, 250, 250];
    expect(json).toMatchObject({ converged: true, clusters: 6, sizes });
    const short = ['--until-converged', '--max-steps', '2', '--backend', 'cpu'];
    const cut = await createFolder().run('meanshift', ...short);
    expect(cut.json).toMatchObject({ converged: false, steps: 2 });
  });

  it('count batches: one at a time is the notebook’s in-place loop', async () => {
    const points = lessonPoints.filter((_, i) => i % 25 === 0);
    const csv = points.map(({ x, y }) => `${x},${y}`).join('\n');
    const folder = createFolder({ 'in.csv': csv });
    const call = ['--input', 'in.csv', '--bandwidth', '2.5', '--batch', '1', '--steps', '1'];
    const { json } = await folder.run('meanshift', ...call, '--output', 'out.csv');
    expect(json.params.batch).toBe(1);
    const expected = referenceSweep(points, 'gaussian', 2.5, 1);
    for (const [i, line] of lines(folder.read('out.csv')).slice(1).entries()) {
      const [, , x, y] = line.split(',').map(Number);
      expect(Math.hypot(x - expected[i].x, y - expected[i].y)).toBeLessThan(1e-6);
    }
  });
});
