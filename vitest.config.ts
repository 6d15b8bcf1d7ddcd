import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those in a browser take longest: first, so that two workers end together. */
class PagesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isPage = ({ moduleId }: TestSpecification) => moduleId.includes('/tests/page/');
    return [...sorted.filter(isPage), ...sorted.filter((file) => !isPage(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/capabilities.ts', 'tests/support/page-server.ts'],
    // Dawn and SwiftShader are native code with threads of their own: a process a file.
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: PagesFirst },
    // A software driver on two cores; no test times anything, this only ends what hangs.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
