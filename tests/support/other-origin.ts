import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

const docs = new URL('../../docs/', import.meta.url);

export interface OtherOrigin {
  /** `http://127.0.0.1:…`, another one than the built page's. */
  readonly origin: string;
}

/** Serves docs/embed-example.html, and an empty page, from an origin of their own for the tests of a file. */
export function useOtherOrigin(): OtherOrigin {
  let server: Server;
  let origin = '';
  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      const isExample = url.startsWith('/embed-example.html');
      response.end(
        isExample
          ? readFileSync(new URL('embed-example.html', docs))
          : '<!doctype html><title>Empty</title>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (!address || typeof address === 'string') throw new Error('the server has no port');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    get origin() {
      return origin;
    },
  };
}
