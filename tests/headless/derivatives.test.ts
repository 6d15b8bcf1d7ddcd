import { describe, expect, inject, it } from 'vitest';
import { createFolder } from './run-headless.ts';

const folder = createFolder();
const derivatives = (...argv: string[]) => folder.run('derivatives', ...argv);

/** A written table's rows as numbers, without its header. */
function rows(name: string): number[][] {
  const [, ...lines] = folder.read(name).trim().split('\n');
  return lines.map((line) => line.split(',').map(Number));
}
const header = (name: string) => folder.read(name).split('\n')[0];

describe('derivatives', () => {
  it('without options is the lesson’s parabola', async () => {
    const { status, json } = await derivatives('--backend', 'cpu');
    expect(status).toBe(0);
    expect(json).toMatchObject({
      scene: 'derivatives',
      backend: 'cpu',
      adapter: null,
      seed: 42,
      steps: 0,
      f: 'x^2',
      derivative: '2x',
      undefined: 0,
      params: { f: 'x^2', from: -3, to: 3, samples: 601, h: 1e-3, scheme: 'forward' },
    });
    // (x + h)² - x² over h is 2x + h.
    expect(json.maxAbsError).toBeCloseTo(1e-3, 9);
    expect(json.elapsedMs).toEqual(expect.any(Number));
  });

  it('writes both ends of the window and what is in between', async () => {
    const { json } = await derivatives(
      ...'--f sin(x) --from 0 --to 1 --samples 5 --h 0.5 --scheme central --output a.csv'.split(
        ' ',
      ),
    );
    expect(header('a.csv')).toBe('x,f,derivative,exact,error');
    const table = rows('a.csv');
    expect(table.map(([x]) => x)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    for (const [x, f, slope, exact, error] of table) {
      expect(f).toBeCloseTo(Math.sin(x), 14);
      expect(slope).toBeCloseTo(Math.sin(x + 0.5) - Math.sin(x - 0.5), 14);
      expect(exact).toBeCloseTo(Math.cos(x), 14);
      expect(error).toBeCloseTo(Math.abs(slope - Math.cos(x)), 14);
    }
    const errors = table.map(([, , , , error]) => error);
    expect(json.maxAbsError).toBe(Math.max(...errors));
    expect(json.worstAt).toBe(0);
  });

  it('a place outside of the domain is NaN, spelled so, in its row only', async () => {
    const { json } = await derivatives(
      ...'--f ln(x) --from -1 --to 1 --samples 3 --scheme dual --output ln.csv'.split(' '),
    );
    expect(folder.read('ln.csv')).toBe(
      'x,f,derivative,exact,error\n-1,NaN,NaN,NaN,NaN\n0,NaN,NaN,NaN,NaN\n1,0,1,1,0\n',
    );
    expect(json).toMatchObject({ derivative: '1 / x', maxAbsError: 0, worstAt: 1, undefined: 2 });
    await derivatives(...'--f |x| --from -1 --to 1 --samples 3 --output corner.csv'.split(' '));
    const [, corner] = rows('corner.csv');
    expect(corner.slice(0, 2)).toEqual([0, 0]);
    expect(corner.slice(3)).toEqual([Number.NaN, Number.NaN]);
    await derivatives(...'--f ln(x) --from -1 --to 1 --samples 3 --output ln.json'.split(' '));
    expect(JSON.parse(folder.read('ln.json'))[0]).toEqual({
      x: -1,
      f: 'NaN',
      derivative: 'NaN',
      exact: 'NaN',
      error: 'NaN',
    });
  });

  it('a function without values in the window says so', async () => {
    const { status, stderr, json } = await derivatives(
      ...'--f sqrt(-x) --from 1 --to 2 --samples 3 --precision f32 --backend cpu'.split(' '),
    );
    expect(status).toBe(0);
    expect(stderr).toBe(
      'notice: sqrt(-x) has no value between 1 and 2; choose another --from and --to\n',
    );
    expect(json).toMatchObject({ maxAbsError: null, worstAt: null, undefined: 3 });
  });

  it('letters are parameters, 1 unless they are given', async () => {
    const { json } = await derivatives('--f', 'a x^2 + b x', '--a', '2.5');
    expect(json).toMatchObject({ f: 'a * x^2 + b * x', derivative: '2a * x + b' });
    expect(json.params).toMatchObject({ a: 2.5, b: 1 });
  });

  it('the second derivative', async () => {
    const { json } = await derivatives(
      ...'--f x^3 --order 2 --scheme five-point --h 0.1'.split(' '),
    );
    expect(json.derivative).toBe('6x');
    expect(json.maxAbsError).toBeLessThan(1e-11);
  });

  it('a single place', async () => {
    await derivatives(...'--f x^2 --from 3 --to 3 --scheme dual --output one.csv'.split(' '));
    expect(rows('one.csv')).toEqual([[3, 9, 6, 6, 0]]);
  });

  it.skipIf(!inject('webgpu'))('is f32 where WebGPU is asked for and nothing else', async () => {
    const { json } = await derivatives('--backend', 'webgpu', '--scheme', 'dual');
    expect(json).toMatchObject({ backend: 'webgpu', params: { precision: 'f32' } });
    // The slope of x² is 2x: an ulp of f32 at 6.
    expect(json.maxAbsError).toBeLessThan(1e-6);
  });

  it('f64 is computed on the CPU, whatever was asked for, and says so', async () => {
    const { status, stderr, json } = await derivatives('--backend=webgpu', '--precision=f64');
    expect({ status, backend: json.backend, adapter: json.adapter }).toEqual({
      status: 0,
      backend: 'cpu',
      adapter: null,
    });
    expect(stderr).toMatch(/^notice: running on the CPU: WGSL has no f64; [^\n]+\n$/);
  });
});

const backends = () => (inject('webgpu') ? ['webgpu', 'cpu'] : ['cpu']);

describe('a sweep of h', () => {
  const sweep = (argv: string) => derivatives(...`--h-sweep ${argv}`.split(' '));

  it('has a row for each half-decade from 1 to 1e-16', async () => {
    const { json } = await sweep('--f x^2 --at 2 --scheme central --output s.csv');
    expect(header('s.csv')).toBe('h,derivative,exact,error');
    const table = rows('s.csv');
    expect(table).toHaveLength(33);
    table.forEach(([h, , exact], i) => {
      expect(Math.log10(h)).toBeCloseTo(-i / 2, 12);
      expect(exact).toBe(4);
    });
    expect([table[0][0], table[20][0], table[32][0]]).toEqual([1, 1e-10, 1e-16]);
    // In the end x + h is x, and the slope is 0.
    expect(table[32].slice(1)).toEqual([0, 4, 4]);
    expect(json).toMatchObject({ maxAbsError: 4, undefined: 0, params: { at: 2, hSweep: true } });
  });

  it('is least where theory puts it, in either precision on either backend', async () => {
    for (const backend of backends()) {
      for (const [precision, epsilon] of [
        ['f32', 2 ** -23],
        ['f64', 2 ** -52],
      ] as const) {
        for (const [scheme, root] of [
          ['forward', 2],
          ['central', 3],
        ] as const) {
          await sweep(
            `--f exp(sin(x)) --at 0.7 --scheme ${scheme} --precision ${precision} --backend ${backend} --output t.csv`,
          );
          const table = rows('t.csv');
          // Truncation on one side and rounding on the other: the error at theory's h is near the least.
          const theory = Math.log10(epsilon) / root;
          const at = (exponent: number) => table[Math.round(-2 * exponent)][3];
          expect(at(theory)).toBeLessThan(at(theory + 1.5));
          expect(at(theory)).toBeLessThan(Math.max(at(theory - 2), at(theory - 1.5)));
        }
      }
    }
  });
});

describe('f32', () => {
  it('is as near as its format allows, on either backend', async () => {
    for (const backend of backends()) {
      const { json } = await derivatives(
        ...`--f sin(x)exp(x) --scheme dual --precision f32 --backend ${backend} --output f.csv`.split(
          ' ',
        ),
      );
      expect(json.backend).toBe(backend);
      for (const [x, f, slope] of rows('f.csv')) {
        expect(Math.fround(x)).toBe(x);
        expect(Math.abs(f - Math.sin(x) * Math.exp(x))).toBeLessThan(1e-5);
        expect(Math.abs(slope - (Math.sin(x) + Math.cos(x)) * Math.exp(x))).toBeLessThan(1e-5);
      }
    }
  });
});

describe('derivatives refuses, with one line and status 2,', () => {
  for (const [argv, message] of [
    [['--f', 'x +'], /--f: something is missing after \+ at character 3/],
    [['--f', 'sine(x)'], /did you mean sin\?/],
    [['--f', 'y'], /y is a second variable/],
    [['--f', '('.repeat(2000)], /2000 characters; at most 1000/],
    [['--h', '0'], /--h 0: over no distance a slope is 0\/0/],
    [['--h', '-0.1'], /only swaps forward and backward; give 0\.1/],
    [['--h', 'small'], /--h must be a positive number, not “small”/],
    [['--from', '2', '--to', '1'], /--from 2 lies above --to 1; swap them/],
    [['--from', '-1e308', '--to', '1e308'], /too wide/],
    [['--samples', '1'], /leaves out an end/],
    [['--samples', '1e9'], /at most 2000000/],
    [['--from', '1', '--to', '1', '--samples', '3'], /--samples 3 of a single place/],
    [['--scheme', 'sideways'], /--scheme must be one of forward, backward, central/],
    [['--precision', 'f16'], /--precision must be one of f64, f32/],
    [['--order', '3'], /--order must be one of 1, 2/],
    [['--a', '2'], /--a is given, and a is not in --f/],
    [['--f', 'a x', '--a', 'two'], /--a must be a number, not “two”/],
    [['--at', '1'], /--at is for --h-sweep/],
    [['--h-sweep', '--h', '1'], /--h and --h-sweep exclude each other/],
    [['--h-sweep', '--samples', '9'], /--samples and --h-sweep exclude/],
    [['--input', 'a.csv'], /--input is not for derivatives/],
    [['--output', 'a.png'], /a table is no image/],
  ] as const) {
    it(argv.join(' ').slice(0, 60), async () => {
      const own = createFolder({ 'a.csv': 'x\n1\n' });
      const { status, stdout, stderr } = await own.run('derivatives', ...argv);
      expect(stderr).toMatch(/^error: [^\n]+\n$/);
      expect(stderr).toMatch(message);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(own.names()).toEqual(['a.csv']);
    });
  }

  it('and --help names every option, the letters in one entry', async () => {
    const { stdout } = await derivatives('--help');
    for (const option of ['f TEXT', 'from N', 'h-sweep', 'precision f64|f32', 'a … --z N']) {
      expect(stdout).toContain(`  --${option}\n`);
    }
    expect(stdout).not.toContain('  --b N');
  });
});
