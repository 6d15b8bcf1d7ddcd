import { describe, expect, it } from 'vitest';
import { createFolder } from './run-headless.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const files = {
  'good.csv': 'x,y\n1,2\n3,4\n',
  'text.csv': 'x,y\n1,2\nfoo,4\n',
  'slip.csv': '1,2\n3,4o\n5,6\n',
  'ragged.csv': 'x,y\n1,2\n3\n',
  'empty.csv': '',
  'blank.csv': '\n\n  \n',
  'header.csv': 'x,y\n',
  'nan.csv': 'x,y\n1,2\n3,NaN\n',
  'infinity.csv': 'x,y\n-Infinity,2\n',
  'too-large.csv': 'x,y\n1,2\n3,1e999\n',
  'gap.csv': 'x,y\n1,2\n\n3,\n',
  'quoted.csv': 'x,note,y\n1,"a\nb",2\n3,c,oops\n4,d,5\n',
  'open-quote.csv': 'x,y\n1,"2\n',
  'three.csv': 'a,b,c\n1,2,3\n',
  'one-column.csv': 'a\n1\n2\n',
  'empty-cell.csv': '""\n\n',
  'no-header.csv': 'NA,2.0\n1,2\n',
  'deep.json': `${'['.repeat(20_000)}1${']'.repeat(20_000)}`,
  'broken.json': '[[1,2],',
  'ragged.json': '[[1,2],[3]]',
  'image.png': png,
  'latin.csv': Uint8Array.from([0x78, 0x2c, 0xe9, 0x0a, 0x31, 0x2c, 0x32, 0x0a]),
};

const inputs: [call: string, message: RegExp][] = [
  ['--input text.csv', /^text\.csv, line 3, column x: “foo” is not a finite number/],
  ['--input slip.csv', /^slip\.csv, line 2, column y: “4o” is not a finite number/],
  ['--input ragged.csv', /^ragged\.csv, line 3: 1 cell where the first row has 2/],
  ['--input empty.csv', /^empty\.csv is empty/],
  ['--input blank.csv', /^blank\.csv is empty/],
  ['--input header.csv', /^header\.csv has a header and no rows/],
  ['--input nan.csv', /^nan\.csv, line 3, column y: “NaN” is not a finite number/],
  ['--input infinity.csv', /^infinity\.csv, line 2, column x: “-Infinity”/],
  ['--input too-large.csv', /^too-large\.csv, line 3, column y: “1e999”/],
  ['--input gap.csv', /^gap\.csv, line 4, column y: the cell is empty/],
  ['--input quoted.csv', /^quoted\.csv, line 4, column y: “oops”/],
  ['--input open-quote.csv', /^open-quote\.csv, line 2: .*quote/],
  ['--input three.csv', /two of a, b, c with --columns/],
  ['--input empty-cell.csv', /line 1, column column_1: the cell is empty/],
  ['--input no-header.csv', /^no-header\.csv, line 1, column x: “NA” is not a finite number/],
  ['--input deep.json', /^deep\.json, row 1 \(line 1\): not a row/],
  ['--input one-column.csv', /^one-column\.csv: mean shift takes two/],
  ['--input good.csv --columns x,z', /^good\.csv has no column “z”; its columns are x, y/],
  ['--input good.csv --columns x,x', /names “x” twice/],
  ['--input broken.json', /^broken\.json is no valid JSON/],
  ['--input ragged.json', /^ragged\.json, row 2/],
  ['--input image.png', /^image\.png is a PNG image; give a CSV/],
  ['--input latin.csv', /^latin\.csv is not text in UTF-8/],
  ['--input nowhere.csv', /^there is no file nowhere\.csv/],
  ['--input .', /is a folder/],
  ['--input good.csv --output no/where.csv', /there is no folder no; make it first/],
  ['--input good.csv --output good.csv', /is the input itself/],
  ['--output .', /is not a file/],
  ['--input good.csv --samples 3', /--samples is for the lesson’s own data/],
];

const calls: [call: string, message: RegExp][] = [
  ['--bandwith 3', /there is no option --bandwith; did you mean --bandwidth\?/],
  ['--zzzzzz 3', /there is no option --zzzzzz; see --help/],
  ['--bandwidth 0', /--bandwidth must be a positive number, not “0”/],
  ['--bandwidth -1', /--bandwidth must be a positive number, not “-1”/],
  ['--bandwidth=wide', /--bandwidth must be a positive number, not “wide”/],
  ['--bandwidth NaN', /--bandwidth must be a positive number, not “NaN”/],
  ['--bandwidth Infinity', /--bandwidth must be a positive number, not “Infinity”/],
  ['--bandwidth', /--bandwidth needs a value/],
  ['--bandwidth --steps 3', /--bandwidth needs a value/],
  ['--seed 1 --seed 2', /--seed is given twice/],
  ['--steps 1.5', /--steps must be a whole number of at least 0, not “1.5”/],
  ['--batch 0', /--batch must be a whole number of at least 1, not “0”/],
  ['--kernel boxy', /--kernel must be one of gaussian, triangular/],
  ['--kernel flat', /--kernel must be one of gaussian, triangular, not “flat”/],
  ['--process classic', /--process must be one of blurring, not “classic”/],
  ['--method mesh', /--method must be one of exact, auto, not “mesh”/],
  ['--features xyrgb', /there is no option --features/],
  ['--backend cuda', /--backend must be one of auto, webgpu, cpu, not “cuda”/],
  ['--steps 3 --until-converged', /--steps and --until-converged exclude each other/],
  ['--max-steps 3', /--max-steps needs --until-converged/],
  ['--until-converged=yes', /--until-converged takes no value/],
  ['5', /“5” stands alone/],
];

describe('bad input', () => {
  const folder = createFolder(files);
  const before = folder.names();

  for (const [call, message] of [...inputs, ...calls]) {
    it(`${call}: one line, exit status 2, nothing written`, async () => {
      const output = call.includes('--output') ? [] : ['--output', 'out.csv'];
      const { status, stdout, stderr } = await folder.run(
        'meanshift',
        ...call.split(' '),
        ...output,
      );
      expect(stderr).toMatch(/^error: [^\n]+\n$/);
      expect(stderr.slice('error: '.length)).toMatch(message);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(folder.names()).toEqual(before);
    });
  }

  it('does not touch an output file that is there already', async () => {
    const own = createFolder({ 'text.csv': files['text.csv'], 'out.csv': 'precious' });
    await own.run('meanshift', '--input', 'text.csv', '--output', 'out.csv');
    expect(own.read('out.csv')).toBe('precious');
  });

  it('names the scenes where there is none, or none of that name', async () => {
    for (const argv of [[], ['nonsense'], ['--steps', '3']]) {
      const { status, stderr } = await folder.run(...argv);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^error: .*meanshift.*\n$/);
    }
  });
});
