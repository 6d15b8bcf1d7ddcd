import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { optionsOf } from '../../src/headless/options-of.ts';
import { loadHeadlessScene } from '../../src/scenes/headless-registry.ts';
import { sceneNames } from '../../src/scenes/registry.ts';
import { flagName } from '../../src/world/flag-name.ts';
import { createFolder, type HeadlessCall } from './run-headless.ts';

/** What a fault of our own reads like. */
const ownFault =
  /TypeError|RangeError|is not a function|is not iterable|cannot read prop|undefined \(|call stack|Invalid (array|string) length|\bat .*\.ts:|\[object/i;

function expectDoneOrRefused({ status, stdout, stderr }: HeadlessCall): void {
  expect(stderr).not.toMatch(ownFault);
  if (status === 0) {
    expect(() => JSON.parse(stdout)).not.toThrow();
    return;
  }
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^error: [^\n\r\u2028\u2029]{1,190}\n$/);
}

const folder = createFolder({ 'good.csv': '1,2\n3,4\n' });

const long = fc.string({ minLength: 1, unit: 'binary' }).map((text) => text.repeat(1000));
const cell = fc.oneof(
  fc.double().map(String),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '""',
    '"',
    '1e999',
    'NA',
    'NaN',
    '1,5',
    '-1.7e308',
    '1.7e308',
    '\ufeff',
    '# a',
  ),
  fc.constantFrom('[', ']', '{', '}', '{"x":1}', '[1,2]', '[[1],[2]]', 'null', ':', '//', '\0'),
);
const table = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|', ' '),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }),
  )
  .map(([delimiter, end, rows]) => rows.map((row) => row.join(delimiter)).join(end));
/** Rows of one width, so that some of them are read. */
const even = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })
  .map((rows) => rows.map((row) => row.join(',')).join('\n'));
const json = fc.oneof(
  fc.json(),
  fc
    .array(fc.array(fc.oneof(fc.double(), fc.constant(null)), { maxLength: 3 }))
    .map((it) => JSON.stringify(it)),
  fc.nat({ max: 30_000 }).map((depth) => `${'['.repeat(depth)}1${']'.repeat(depth)}`),
  fc.nat({ max: 30_000 }).map((depth) => '{"a":'.repeat(depth)),
);
const content = fc.oneof(
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.oneof(table, even, json, long).map((text) => Buffer.from(text)),
);
const ending = fc.constantFrom('csv', 'tsv', 'json', 'txt');

/** Every option of a scene that names a file is given the same one. */
const fileCalls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  meanshift: [['--input'], ['--standardize', '--until-converged', '--max-steps', '3', '--input']],
  matmul: [
    ['--method', 'dot', '--b', 'good.csv', '--a'],
    ['--einsum', 'ij->ji', '--operand'],
    ['--einsum', '...->...', '--operand'],
  ],
  derivatives: [['--input']],
};

describe('whatever is given, the run is done or refuses in one sentence:', () => {
  for (const name of sceneNames) {
    it(`${name}, any file`, async () => {
      const calls = fileCalls[name] ?? [['--input']];
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...calls), content, ending, async (call, bytes, end) => {
          const file = `random.${end}`;
          writeFileSync(join(folder.path, file), bytes);
          const output = ['--output', `out.${end}`, '--backend', 'cpu'];
          expectDoneOrRefused(await folder.run(name, ...output, ...call, file));
          rmSync(join(folder.path, `out.${end}`), { force: true });
          expect(folder.names()).toContain('good.csv');
          expect(folder.names().filter((it) => /partial|out/.test(it))).toEqual([]);
        }),
        { seed: 23, numRuns: 150 },
      );
    });

    it(`${name}, any arguments`, async () => {
      const scene = await loadHeadlessScene(name);
      const flags = Object.keys(optionsOf(scene))
        .filter((option) => option !== 'help' && option !== 'backend')
        .map((option) => `--${flagName(option)}`);
      const word = fc.oneof(
        fc.constantFrom(...flags),
        fc.constantFrom(...flags).chain((flag) => fc.string().map((text) => `${flag}=${text}`)),
        fc.string({ unit: 'binary' }),
        fc.integer({ max: 5 }).map(String),
        fc.constantFrom(
          '--',
          '-',
          '',
          '-x',
          '--constructor',
          '--__proto__',
          '--no-steps',
          'good.csv',
        ),
        long,
      );
      await fc.assert(
        fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
          const { status, ...call } = await folder.run(
            name,
            ...words,
            '--backend',
            'cpu',
            '--steps',
          );
          // The last option lacks its value, so that nothing is computed.
          expectDoneOrRefused({ ...call, status });
          expect(status).toBe(2);
        }),
        { seed: 24, numRuns: 300 },
      );
    });
  }

  it('a scene of any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), long), async (name) => {
        expectDoneOrRefused(await folder.run(name));
      }),
      { seed: 25 },
    );
  });

  for (const name of sceneNames) {
    it(`${name}, 5,000 characters for any option`, async () => {
      const scene = await loadHeadlessScene(name);
      for (const [option, description] of Object.entries(optionsOf(scene))) {
        const long = 'switch' in description ? `--${flagName(option)}=` : `--${flagName(option)}`;
        for (const text of ['9x', 'a,', 'ü', '(', '\n', "'"]) {
          const value = text.repeat(5000 / text.length);
          const call = long.endsWith('=') ? [`${long}${value}`] : [long, value];
          const { status, ...result } = await folder.run(name, ...call);
          expectDoneOrRefused({ ...result, status });
          expect({ call: `${long} ${text}…`, status }).toMatchObject({ status: 2 });
        }
      }
    });
  }
});
