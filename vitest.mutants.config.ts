import { defineConfig } from 'vitest/config';
import { useLastingPool } from './scripts/mutants/lasting-pool.ts';
import { part } from './scripts/mutants/parts.mjs';

/** What `npm run mutants` runs: the tests near a part of the code. */
export default defineConfig({
  plugins: [useLastingPool()],
  test: {
    include: part.tests,
    exclude: part.exclude ?? [],
    ...(part.webgpu
      ? { globalSetup: ['tests/support/capabilities.ts'] }
      : { provide: { webgpu: false, browser: null } }),
    // Bundled into a file each: mathjs alone comes in a thousand.
    deps: {
      optimizer: { ssr: { enabled: true, include: ['mathjs/number', 'fast-check', 'bitecs'] } },
    },
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
