import type { open } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFolder } from './run-headless.ts';

/** How many bytes the disk still takes. */
const disk = vi.hoisted(() => ({
  room: Number.POSITIVE_INFINITY,
  atOnce: Number.POSITIVE_INFINITY,
  fault: 'ENOSPC',
}));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const openLimited: typeof open = async (path, flags, mode) => {
    const file = await real.open(path, flags, mode);
    if (flags !== 'wx') return file;
    const write = file.write.bind(file);
    return Object.assign(file, {
      write(bytes: Uint8Array, offset: number, length: number, position: number) {
        if (disk.room <= 0) throw Object.assign(new Error(disk.fault), { code: disk.fault });
        const taken = Math.min(length, disk.room, disk.atOnce);
        disk.room -= taken;
        // A disk that fills up takes what still fits, and says so.
        return write(bytes, offset, taken, position);
      },
    });
  };
  return { ...real, open: openLimited };
});

describe('a full disk', () => {
  afterEach(() => {
    disk.room = disk.atOnce = Number.POSITIVE_INFINITY;
    disk.fault = 'ENOSPC';
  });

  for (const [what, room, fault, words] of [
    ['before anything is computed', 0, 'ENOSPC', 'the disk is full; make room'],
    ['in the middle of writing', 5000, 'ENOSPC', 'the disk is full; make room'],
    ['by a quota', 5000, 'EDQUOT', 'the disk quota is used up'],
    ['or a broken one', 5000, 'EIO', 'the disk reports an error'],
  ] as const) {
    it(`${what}: status 1, one sentence that names the file, nothing left`, async () => {
      const folder = createFolder({ 'out.csv': 'old' });
      Object.assign(disk, { room, fault });
      const call = ['--backend', 'cpu', '--steps', '0', '--output', 'out.csv'];
      const { status, stdout, stderr } = await folder.run('meanshift', ...call);
      expect(stderr).toMatch(/^error: [^\n]{1,190}\n$/);
      expect(stderr).toContain(`--output out.csv: ${words}`);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(folder.names()).toEqual(['out.csv']);
      expect(folder.read('out.csv')).toBe('old');
    });
  }

  it('that takes writes in parts loses none of them', async () => {
    const folder = createFolder();
    const call = ['--backend', 'cpu', '--steps', '0', '--output'];
    await folder.run('meanshift', ...call, 'at-once.csv');
    disk.atOnce = 1000;
    await folder.run('meanshift', ...call, 'in-parts.csv');
    expect(folder.read('in-parts.csv').trimEnd().split('\n')).toHaveLength(1501);
    expect(folder.read('in-parts.csv')).toBe(folder.read('at-once.csv'));
  });
});
