import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parameters } from '../../src/scenes/meanshift/parameters.ts';
import type { Parameter } from '../../src/world/parameters.ts';
import { createFolder } from './run-headless.ts';

describe('the headless run refuses, with one line and status 2,', () => {
  const folder = createFolder({
    'good.csv': 'x,y\n1,2\n3,4\n',
    'words.csv': 'x,y,name\nfoo,2,a\nbar,4,b\n',
    'photo.jpg': 'not really',
    'comma.csv': 'x;y\n1,5;2\n',
    'cell.json': '[\n {"x": 1, "y": 2},\n {"x": "three", "y": 4}\n]',
  });
  mkdirSync(join(folder.path, 'folder'));
  symlinkSync(join(folder.path, 'good.csv'), join(folder.path, 'link.csv'));
  const before = folder.names();

  for (const [call, message] of [
    ['--input words.csv', /words\.csv: .*x, y, name .*line 2, column x: “foo”/],
    ['--input photo.jpg', /photo\.jpg is a JPEG image; give a CSV/],
    ['--input comma.csv', /comma\.csv, line 2, column x: “1,5” .*1\.5/],
    ['--input cell.json', /cell\.json, row 2 \(line 3\), column x: “three”/],
    ['--input good.csv --columns x', /takes two numeric columns, and this picks 1/],
    ['--input good.csv --output link.csv', /is the input itself/],
    ['--input good.csv --output picture.png', /picture\.png: a table is no image/],
    ['--input good.csv --output folder', /is not a file/],
    ['--clusters 1000000 --samples 1000000', /make 1000000000000 points; at most/],
    ['--columns x,y', /--columns picks columns of --input/],
    ['--steps=', /--steps must be a whole number/],
    ['-b 3', /there is no option -b/],
    ['--kernel epanechnikov', /--kernel must be one of gaussian, triangular, not “epanechnikov”/],
    ['--steps 5 -- 7', /“7” stands alone/],
  ] as const) {
    it(call, async () => {
      const { status, stdout, stderr } = await folder.run('meanshift', ...call.split(' '));
      expect(stderr).toMatch(/^error: [^\n]+\n$/);
      expect(stderr).toMatch(message);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(folder.names()).toEqual(before);
    });
  }

  it('and --help names every parameter that changes a result, and no other', async () => {
    const isForResults = ([, { effect }]: [string, Parameter]) => effect !== 'view';
    const names = Object.entries(parameters)
      .filter(isForResults)
      .map(([name]) => name);
    for (const argv of [['--help'], ['meanshift', '--help'], ['--help', 'meanshift']]) {
      const { status, stdout, stderr } = await folder.run(...argv);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      for (const name of names) expect(stdout).toContain(`  --${name} `);
      expect(stdout).toContain('0.5 to 15 on the panel');
      expect(stdout).not.toContain('epanechnikov');
      expect(stdout).not.toContain('--traces');
    }
  });
});
