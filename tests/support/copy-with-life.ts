import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the product is made of, and what its build and its rules read. */
const parts = [
  '.dependency-cruiser.cjs',
  '.dependency-cruiser.headless.cjs',
  'index.html',
  'package.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * Copies the project and adds a scene to it as CONTRIBUTING.md says: Conway's life, a folder more in
 * `src/scenes/`. Not a letter of either is changed; the fixture lies as deep as a scene does.
 */
export function copyWithLife(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'meanfield-life-'));
  for (const part of parts) cpSync(join(root, part), join(path, part), { recursive: true });
  cpSync(join(root, 'tests/fixtures/life'), join(path, 'src/scenes/life'), { recursive: true });
  // Windows links folders without special rights only this way.
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'junction');
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
