import { expect, inject, it } from 'vitest';
import { createFolder } from './run-headless.ts';

const written = [
  [123456792, 0.10000000149011612],
  [-0, 5e-324],
  [1.7976931348623157e308, -1.2345678901234566e-7],
];
const folder = createFolder({
  'in.csv': written.map((row) => row.map((it) => (Object.is(it, -0) ? '-0' : it))).join('\n'),
  'identity.csv': '1,0\n0,1\n',
});

function read(name: string): number[][] {
  const text = folder.read(name);
  if (name.endsWith('.json')) return JSON.parse(text);
  const cells = text.trimEnd().split('\n');
  return cells.map((line) => line.split(name.endsWith('.tsv') ? '\t' : ',').map(Number));
}

for (const format of ['csv', 'tsv', 'json']) {
  it(`an einsum that changes nothing writes the bits that it read, as ${format}`, async () => {
    const call = ['--einsum', 'ij->ij', '--operand', 'in.csv', '--output', `out.${format}`];
    const { json } = await folder.run('matmul', '--backend', 'cpu', ...call);
    expect(json.methods[0].maxAbsError).toBe(0);
    expect(read(`out.${format}`)).toEqual(written);
  });

  it(`derivatives write x and f to the last bit, as ${format}`, async () => {
    const call = ['--f', '1/x', '--from=-1', '--to', '1', '--samples', '7', '--h', '0.125'];
    await folder.run('derivatives', '--backend', 'cpu', ...call, '--output', `slopes.${format}`);
    const rows =
      format === 'json'
        ? JSON.parse(folder.read('slopes.json')).map(Object.values)
        : read(`slopes.${format}`).slice(1);
    expect(rows).toHaveLength(7);
    for (const [i, [x, f]] of rows.entries()) {
      expect(x).toBe(i === 6 ? 1 : -1 + (2 * i) / 6);
      if (x !== 0) expect(f).toBe(1 / x);
    }
  });
}

it('a product with the identity writes the bits that it read', async () => {
  const call = ['--a', 'in.csv', '--b', 'identity.csv', '--method', 'loops', '--output', 'c.csv'];
  await folder.run('matmul', '--backend', 'cpu', ...call);
  // A sum that begins at 0 has no negative zero.
  expect(read('c.csv')).toEqual(written.map((row) => row.map((it) => it + 0)));
});

it.skipIf(!inject('webgpu'))('an f32 is written with all of its bits', async () => {
  const call = ['--einsum', 'ij->ij', '--operand', 'in.csv', '--output', 'f32.csv'];
  await folder.run('matmul', '--backend', 'webgpu', ...call);
  const back = read('f32.csv');
  expect(back[0]).toEqual(written[0]);
  expect(Object.is(back[1][0], -0)).toBe(true);
});

it('points that do not move are written as they were read, and modes told to the bit', async () => {
  const rows = ['0.30000000000000004,-0', '123456789.12345679,5e-324'];
  const own = createFolder({ 'in.csv': rows.join('\n') });
  const call = ['--input', 'in.csv', '--bandwidth', '1', '--steps', '0', '--backend', 'cpu'];
  const { stdout, json } = await own.run('meanshift', ...call, '--output', 'out.csv');
  const lines = own.read('out.csv').trimEnd().split('\n').slice(1);
  expect(lines).toEqual(rows.map((row, i) => `${row},${row},${i}`));
  expect(stdout).toContain('[0.30000000000000004,-0]');
  expect(json.modes[1]).toEqual([123456789.12345679, 5e-324]);
});

it('numbers near the largest that there is go through a step', async () => {
  const own = createFolder({ 'in.csv': '1.7e308,1\n-1.7e308,1\n' });
  const call = ['--input', 'in.csv', '--backend', 'cpu', '--bandwidth', '1.7e308', '--steps'];
  const before = await own.run('meanshift', ...call, '0');
  expect(before.json.modes).toEqual([
    [1.7e308, 1],
    [-1.7e308, 1],
  ]);
  const { json } = await own.run('meanshift', ...call, '1');
  // Two bandwidths apart: the other point's weight is e^-2.
  const w = Math.exp(-2);
  expect(json.modes[0][0] / 1.7e308).toBeCloseTo((1 - w) / (1 + w), 12);
  expect(json.modes[1][0] / 1.7e308).toBeCloseTo((w - 1) / (1 + w), 12);
});
