import { chmodSync, linkSync, mkdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOutput } from '../../src/headless/check-output.ts';
import { reserveOutput } from '../../src/headless/reserve-output.ts';
import { createFolder } from './run-headless.ts';

const call = ['--backend', 'cpu', '--samples', '2', '--steps', '0', '--output'];
const pieces = async function* (...texts: string[]) {
  yield* texts;
};
const reserve = async (path: string, name: string) =>
  reserveOutput(await checkOutput(path, name, []));

describe('an output file', () => {
  it.skipIf(process.platform === 'win32')('keeps its mode when it is written over', async () => {
    const folder = createFolder({ 'out.csv': 'old' });
    for (const mode of [0o600, 0o664, 0o755]) {
      chmodSync(join(folder.path, 'out.csv'), mode);
      expect((await folder.run('meanshift', ...call, 'out.csv')).status).toBe(0);
      expect(statSync(join(folder.path, 'out.csv')).mode & 0o7777).toBe(mode);
      expect(folder.read('out.csv')).toMatch(/^x,y,/);
    }
  });

  it('is written behind its links, which stay, also where there is none yet', async () => {
    const folder = createFolder({ 'real.csv': 'old' });
    mkdirSync(join(folder.path, 'there'));
    symlinkSync('real.csv', join(folder.path, 'link.csv'));
    symlinkSync(join('there', 'new.csv'), join(folder.path, 'dangling.csv'));
    symlinkSync('dangling.csv', join(folder.path, 'second.csv'));
    symlinkSync('round.csv', join(folder.path, 'round.csv'));
    await folder.run('meanshift', ...call, 'link.csv');
    await folder.run('meanshift', ...call, 'second.csv');
    expect(readlinkSync(join(folder.path, 'link.csv'))).toBe('real.csv');
    expect(readlinkSync(join(folder.path, 'second.csv'))).toBe('dangling.csv');
    expect(folder.read('real.csv')).toBe(folder.read('there/new.csv'));
    const round = await folder.run('meanshift', ...call, 'round.csv');
    expect(round).toMatchObject({ status: 2, stdout: '' });
    expect(round.stderr).toMatch(/^error: --output round\.csv: its links lead in a circle/);
  });

  it('is not the input by another name of the same file', async () => {
    const folder = createFolder({ 'in.csv': '1,2\n3,4\n' });
    linkSync(join(folder.path, 'in.csv'), join(folder.path, 'out.csv'));
    const { status, stderr } = await folder.run(
      'meanshift',
      '--input',
      'in.csv',
      '--output',
      'out.csv',
    );
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'error: --output out.csv is the input itself; name another file\n',
    });
  });

  for (const [what, name, message] of [
    ['a name too long', `${'n'.repeat(300)}.csv`, /^error: --output n+….*the name is too long/],
    ['no folder', 'no/out.csv', /there is no folder no; make it first/],
    ['a folder', '.', /is not a file/],
  ] as const) {
    it(`is refused before anything is computed: ${what}`, async () => {
      const folder = createFolder();
      const { status, stdout, stderr } = await folder.run('meanshift', ...call, name);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^error: [^\n]{1,190}\n$/);
      expect(stderr).toMatch(message);
      expect(folder.names()).toEqual([]);
    });
  }

  it('may have the longest name there is', async () => {
    const folder = createFolder();
    const name = `${'n'.repeat(251)}.csv`;
    expect((await folder.run('meanshift', ...call, name)).status).toBe(0);
    expect(folder.names()).toEqual([name]);
  });

  it('is written by two runs at once: one of them is told, and the file is whole', async () => {
    const folder = createFolder();
    const path = join(folder.path, 'out.csv');
    const [first, second] = [await reserve(path, 'out.csv'), await reserve(path, 'out.csv')];
    await first.write(pieces('first'));
    await expect(second.write(pieces('second'))).rejects.toThrow(
      /^--output out\.csv was written by another program/,
    );
    await Promise.all([first.release(), second.release()]);
    expect(folder.read('out.csv')).toBe('first');
    expect(folder.names()).toEqual(['out.csv']);
  });

  it('that somebody else writes meanwhile is left as it is', async () => {
    const folder = createFolder({ 'out.csv': 'old' });
    const path = join(folder.path, 'out.csv');
    const reserved = await reserve(path, 'out.csv');
    await appendFile(path, ' and new');
    await expect(reserved.write('ours')).rejects.toThrow(/out\.csv was written by another program/);
    await reserved.release();
    expect(folder.read('out.csv')).toBe('old and new');
    expect(folder.names()).toEqual(['out.csv']);
  });

  it('is untouched, and nothing is beside it, when its content fails on the way', async () => {
    const listening = process.listenerCount('exit');
    const folder = createFolder({ 'out.csv': 'old' });
    const reserved = await reserve(join(folder.path, 'out.csv'), 'out.csv');
    expect(folder.names()).toHaveLength(2);
    async function* failing() {
      yield 'x'.repeat(2 ** 21);
      throw new Error('the device was lost');
    }
    await expect(reserved.write(failing())).rejects.toThrow('the device was lost');
    await reserved.release();
    expect(folder.names()).toEqual(['out.csv']);
    expect(folder.read('out.csv')).toBe('old');
    expect(process.listenerCount('exit')).toBe(listening);
  });

  it('is one text however it comes in pieces', async () => {
    const folder = createFolder();
    const reserved = await reserve(join(folder.path, 'out.txt'), 'out.txt');
    const part = 'é\u{1f600}'.repeat(100_000);
    await reserved.write(pieces(part, '', part, part, 'end'));
    await reserved.release();
    expect(folder.read('out.txt')).toBe(`${part}${part}${part}end`);
  });
});

it('who watches over the process hears which file to remove if it is killed', async () => {
  const folder = createFolder();
  const heard: (string | null)[] = [];
  const place = await checkOutput(join(folder.path, 'out.csv'), 'out.csv', []);
  const reserved = await reserveOutput(place, (path) => heard.push(path));
  expect(heard).toEqual([join(folder.path, folder.names()[0])]);
  await reserved.write('whole');
  await reserved.release();
  expect(heard.at(-1)).toBeNull();
});
