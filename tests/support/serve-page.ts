import { preview } from 'vite';

/** Serves a built page, from a sub-path, so that an absolute address in the build is noticed. */
export async function servePage(outDir: string): Promise<{ url: string; close(): Promise<void> }> {
  const base = '/some/where/';
  const server = await preview({
    logLevel: 'error',
    base,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error('the page server has no port');
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() };
}
