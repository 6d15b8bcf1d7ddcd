import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { useLastingPool } from './scripts/mutants/lasting-pool.ts';
import { chosenPart, part } from './scripts/mutants/parts.mjs';

/** A mutant is given up at the first test that notices it: the quickest file goes first. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return (await super.sort(files)).reverse();
  }
}

/** What `npm run mutants` runs: the tests near a part of the code. */
export default defineConfig({
  plugins: [useLastingPool()],
  // Its own: runs at the same time would make the bundles over under each other's hands.
  cacheDir: `.cache/mutants/vite-${chosenPart}`,
  test: {
    include: part.tests,
    exclude: part.exclude ?? [],
    ...(part.webgpu
      ? { globalSetup: ['tests/support/capabilities.ts'] }
      : { provide: { webgpu: false, browser: null } }),
    // Bundled into a file each.
    deps: {
      optimizer: { ssr: { enabled: true, include: ['fast-check', 'bitecs'] } },
    },
    isolate: false,
    sequence: { sequencer: QuickestFirst },
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
