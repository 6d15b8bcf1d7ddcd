import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copyWithLife } from '../support/copy-with-life.ts';

describe('one scene more, a folder in src/scenes', () => {
  let copy: ReturnType<typeof copyWithLife>;
  beforeAll(() => {
    copy = copyWithLife();
  });
  afterAll(() => copy.remove());

  const runIn = (script: string, ...words: string[]) =>
    promisify(execFile)(process.execPath, [join(copy.path, script), ...words], { cwd: copy.path });
  const headless = async (...words: string[]) =>
    JSON.parse((await runIn('scripts/headless.mjs', ...words)).stdout);

  it.each(['cpu', ...(inject('webgpu') ? ['webgpu'] : [])])(
    'runs headless by its folder’s name (%s)',
    async (backend) => {
      const output = join(copy.path, `${backend}.csv`);
      const call = ['life', '--backend', backend, '--steps', '4', '--output', output];
      expect(await headless(...call)).toMatchObject({
        scene: 'life',
        backend,
        steps: 4,
        params: { pattern: 'glider', size: 16 },
        living: 5,
      });
      expect(readFileSync(output, 'utf8')).toBe('x,y\n3,2\n4,3\n2,4\n3,4\n4,4\n');
    },
  );

  it('is among the scenes that a wrong name is told, and has its flags explained', async () => {
    await expect(headless('nonsense')).rejects.toThrow(/the scenes are .*\blife\b/);
    const { stdout } = await runIn('scripts/headless.mjs', 'life', '--help');
    expect(stdout).toContain('Conway’s life on a torus.');
    for (const flag of ['--pattern', '--size']) expect(stdout).toContain(flag);
  });

  it('keeps to the rooms: it imports nothing that a scene may not', async () => {
    const words = ['src/scenes/life', '--config', '.dependency-cruiser.cjs'];
    const { stdout } = await runIn(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...words,
    );
    expect(stdout).toContain('no dependency violations found');
  });
});
