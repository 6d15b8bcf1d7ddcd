import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Opens the project's TypeScript and WGSL in Node: Vite reads both. */
export async function openSources() {
  const { createServer, createServerModuleRunner } = await import('vite');
  const server = await createServer({
    root: join(dirname(fileURLToPath(import.meta.url)), '..'),
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
  });
  const runner = createServerModuleRunner(server.environments.ssr, { hmr: false });
  return {
    /** @param {string} path from the project's folder: `/src/…` */
    load: (path) => runner.import(path),
    close: () => server.close(),
  };
}
