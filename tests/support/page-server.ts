import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../../scripts/build-page.mjs';
import { servePage } from './serve-page.ts';

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
  const server = await servePage(outDir);
  project.provide('pageUrl', server.url);
  project.provide('builtPage', outDir);
  return async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
}
