import { defineConfig } from 'vite';
import { contentSecurityPolicy } from './scripts/content-security-policy.ts';

export default defineConfig({
  // A relative base: the built page works from any folder of any server.
  base: './',
  // Nothing inlined: the page's policy takes fonts from files alone.
  build: { target: 'es2022', assetsInlineLimit: 0 },
  plugins: [contentSecurityPolicy()],
});
