import { defineConfig } from 'vite';

export default defineConfig({
  // A relative base: the built page works from any folder of any server.
  base: './',
  build: { target: 'es2022' },
});
