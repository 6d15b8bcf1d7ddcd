/**
 * `npm run mutants -- maths` (or systems, gpu): breaks the code of a folder in many small ways, one
 * at a time, and tells which of them no test near it notices. What is left is explained in
 * docs/mutants.md.
 */
const folder = process.env.MUTANTS ?? '{maths,systems,gpu}';

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts', related: false },
  mutate: [`src/${folder}/**/*.ts`, '!src/**/*.d.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // TypeScript 7 has no API that the sandbox's preprocessor could read a tsconfig with.
  tsconfigFile: 'none',
  checkers: [],
  ignorePatterns: ['docs', 'bench', 'dist', 'tests/page', '*.log', '.cache'],
  tempDirName: '.cache/mutants/sandbox',
  incremental: true,
  incrementalFile: `.cache/mutants/${process.env.MUTANTS ?? 'all'}.json`,
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
  jsonReporter: { fileName: `.cache/mutants/${process.env.MUTANTS ?? 'all'}-report.json` },
  htmlReporter: { fileName: `.cache/mutants/${process.env.MUTANTS ?? 'all'}-report.html` },
  concurrency: 1,
  timeoutMS: 15_000,
  timeoutFactor: 2,
};
