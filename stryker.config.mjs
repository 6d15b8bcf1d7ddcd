import { chosenPart, part } from './scripts/mutants/parts.mjs';

const oneIn = process.env.MUTANTS_ONE_IN ?? '1';
const results = `.cache/mutants/${chosenPart}`;

/** Mutation tests of one part of the code; started by scripts/mutants/run.mjs. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  mutate: part.mutate,
  coverageAnalysis: 'perTest',
  // What runs once, when a module is read, would need every test again for each mutant.
  ignoreStatic: true,
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutants/sample.mjs'],
  checkers: oneIn === '1' ? [] : ['sample'],
  // TypeScript 7 has no API that the sandbox's preprocessor could read a tsconfig with.
  tsconfigFile: 'none',
  ignorePatterns: ['docs', 'bench', 'dist', 'tests/page', '*.log', '.cache'],
  tempDirName: '.cache/mutants/sandbox',
  incremental: oneIn === '1',
  incrementalFile: `${results}.json`,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `${results}-report.json` },
  htmlReporter: { fileName: `${results}-report.html` },
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 1,
  // A machine may be busy, and after a mutant that hung the next one starts cold: only what hangs is
  // to run out of time, for that counts as noticed.
  timeoutMS: 30_000,
  timeoutFactor: 1.5,
  dryRunTimeoutMinutes: 30,
};
