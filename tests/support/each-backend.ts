import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Backend } from '../../src/gpu/backend.ts';
import { openBackend } from '../../src/gpu/open-backend.ts';
import { openDawn } from './webgpu.ts';

/** Runs a suite on each backend, with one backend opened for the whole suite. */
export function describeEachBackend(name: string, suite: (backend: () => Backend) => void): void {
  for (const kind of ['webgpu', 'cpu'] as const) {
    describe.skipIf(kind === 'webgpu' && !inject('webgpu'))(`${name} on ${kind}`, () => {
      let backend: Backend;
      beforeAll(async () => {
        backend = await openBackend(kind, await openDawn(), true);
      });
      afterAll(() => backend.dispose());
      suite(() => backend);
    });
  }
}
