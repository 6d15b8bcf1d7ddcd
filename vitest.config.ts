import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/capabilities.ts', 'tests/support/page-server.ts'],
    // Dawn and SwiftShader are native code with threads of their own: a process a file.
    pool: 'forks',
    maxWorkers: 2,
    // A software driver on two cores; no test times anything, this only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
