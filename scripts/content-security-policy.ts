import type { Plugin } from 'vite';

/**
 * What the built page may load and run: its own files, pictures that it makes itself, and itself in a
 * frame, for the preview of what is embedded. Who may frame it a page cannot say in its HTML: anybody may.
 */
const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  // tweakpane and uPlot write styles, KaTeX writes them into its spans.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' blob: data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'worker-src': "'self' blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/**
 * Writes the policy into the built page, before anything that it governs. The development server
 * goes without: it reloads by scripts of its own.
 */
export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(policy)
    .map(([what, from]) => `${what} ${from}`)
    .join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  };
}
