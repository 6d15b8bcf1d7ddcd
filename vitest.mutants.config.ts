import { defineConfig } from 'vitest/config';
import { useLastingPool } from './scripts/mutants/lasting-pool.ts';

const folder = process.env.MUTANTS ?? 'maths';
/** Only what src/gpu itself does needs WebGPU; the rest is seen on the CPU, and sooner. */
const onWebGpu = folder.startsWith('gpu');

/** What `npm run mutants` runs: the tests near a folder. */
export default defineConfig({
  plugins: [useLastingPool()],
  test: {
    include: [`tests/${folder}/**/*.test.ts`],
    ...(onWebGpu
      ? { globalSetup: ['tests/support/capabilities.ts'] }
      : { provide: { webgpu: false, browser: null } }),
    // In one file each: a worker is started for every mutant, and reads mathjs' thousand files.
    deps: {
      optimizer: { ssr: { enabled: true, include: ['mathjs/number', 'fast-check', 'bitecs'] } },
    },
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
