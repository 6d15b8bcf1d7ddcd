import { describe, expect, it } from 'vitest';
import { runHeadless } from '../../src/headless.ts';
import { functionPresets } from '../../src/scenes/derivatives/sim/presets.ts';
import { sceneNames } from '../../src/scenes/registry.ts';
import { createFolder } from './run-headless.ts';

const folder = createFolder({ 'a.csv': '1,2\n3,4\n' });

async function refused(scene: string, call: string): Promise<string> {
  const { status, stdout, stderr } = await folder.run(scene, ...call.split(' '));
  expect({ call, status, stdout }).toEqual({ call, status: 2, stdout: '' });
  expect(stderr).toMatch(/^error: [^\n]{1,190}\n$/);
  return stderr;
}

/** What no run of a scene takes; a scene that is not here takes all of them. */
const useless: Readonly<Record<string, readonly string[]>> = {
  matmul: ['--steps', '--until-converged', '--max-steps', '--input'],
  derivatives: ['--steps', '--until-converged', '--max-steps', '--seed', '--input'],
};

describe('an option of every scene', () => {
  for (const name of sceneNames) {
    it(`is in the help of ${name} where it has a use, and refused with a reason elsewhere`, async () => {
      const { stdout: help } = await folder.run(name, '--help');
      for (const [flag, value] of [
        ['--steps', ' 2'],
        ['--until-converged', ''],
        ['--max-steps', ' 2 --until-converged'],
        ['--seed', ' 3'],
        ['--input', ' a.csv'],
      ]) {
        const isUseless = useless[name]?.includes(flag) ?? false;
        expect({ flag, isHelpful: help.includes(`  ${flag}`) }).toEqual({
          flag,
          isHelpful: !isUseless,
        });
        if (!isUseless) continue;
        expect(await refused(name, `${flag}${value}`)).toContain(` is not for ${name}`);
      }
    });

    it(`--steps and --until-converged are refused together by ${name}`, async () => {
      expect(await refused(name, '--steps 2 --until-converged')).toMatch(
        /exclude each other|takes no step here/,
      );
    });
  }

  it('is refused by a study that has no use for it', async () => {
    const call = '--einsum ij->ji --operand a.csv --seed 3';
    expect(await refused('matmul', call)).toContain('--seed and --einsum exclude each other');
    expect(await refused('derivatives', '--seed 3')).toContain('draws nothing at random');
    expect(await refused('matmul', '--steps 3')).toContain('takes no step here');
  });
});

describe('a panel’s parameter', () => {
  it('brings its preset’s function and window to the headless run', async () => {
    const { json } = await folder.run('derivatives', '--preset', 'sin x', '--samples', '3');
    const { from, to } = functionPresets['sin x'];
    expect(json).toMatchObject({ f: 'sin(x)', derivative: 'cos(x)', params: { from, to } });
    const sweep = await folder.run('derivatives', '--preset', '|x|', '--h-sweep');
    expect(sweep.json.params.at).toBe(functionPresets['|x|'].at);
    expect(await refused('derivatives', '--preset Himmelblau')).toContain('--preset Himmelblau: y');
  });

  it('that has no part in what is asked for is no option', async () => {
    expect(await refused('derivatives', '--motion travel')).toContain('no option --motion');
    expect(await refused('derivatives', '--points 3')).toContain('no option --points');
  });
});

it('so many batches that their commands fill the memory are refused beforehand', async () => {
  const million = '--clusters 10 --samples 100000 --batch';
  const said = await refused('meanshift', `${million} 1`);
  expect(said).toMatch(
    /are 1000000 batches, and at most 65536 are possible; .* at least 16 points/,
  );
  expect(await refused('meanshift', `${million} 15`)).toContain('66667 batches');
});

it('a run that its signal ends leaves nothing, and says why', async () => {
  for (const call of [
    ['meanshift', '--samples', '2000', '--steps', '50'],
    ['matmul', '--shape', '600,600,600', '--method', 'loops'],
    ['derivatives', '--f', 'sin(x)exp(x)', '--samples', '2000000', '--scheme', 'five-point'],
  ]) {
    const own = createFolder();
    const ending = new AbortController();
    const streams = { stdout: '', stderr: '' };
    const status = await runHeadless([...call, '--backend', 'cpu', '--output', 'out.csv'], {
      folder: own.path,
      stdout: (text) => {
        streams.stdout += text;
      },
      stderr: (text) => {
        streams.stderr += text;
      },
      // Told of the place beside the output, before anything is computed.
      partial: (path) => {
        if (path) setImmediate(() => ending.abort(new Error('ended from outside')));
      },
      signal: ending.signal,
    });
    expect({ call, status, stdout: streams.stdout }).toEqual({ call, status: 1, stdout: '' });
    expect(streams.stderr).toContain('error: ended from outside\n');
    expect(own.names()).toEqual([]);
  }
});
