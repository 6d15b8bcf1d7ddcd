import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../../scripts/build-page.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served, under a sub-path. */
    pageUrl: string;
    /** The folder of the built page. */
    builtPage: string;
  }
}

/** Builds the page once, as `npm run build` does, and serves it for tests/page. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), 'meanfield-page-'));
  await buildPage(outDir);
  // From a sub-path, so that an absolute address in the build is noticed.
  const server = await preview({
    logLevel: 'error',
    base: '/some/where/',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the page server has no port');
  project.provide('pageUrl', `http://127.0.0.1:${address.port}/some/where/`);
  project.provide('builtPage', outDir);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
