/**
 * Takes the pictures of the README from the real page: `npm run screenshots`. It builds the page,
 * serves it, and opens it in the browser that the page tests use.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { buildPage } from './build-page.mjs';
import { browserEnvironment, unpackChromium } from './software-driver.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });

const shots = [
  {
    name: 'meanshift',
    hash: '#v=1&bandwidth=3&step=1&picked=166&traces=both',
    options: { viewport: { width: 1280, height: 800 } },
  },
  {
    name: 'meanshift-dark',
    hash: '#v=1&step=1&picked=166&page=gaussian-kernels&by-phase=1',
    options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  },
  {
    name: 'meanshift-phone',
    hash: '#v=1&step=1&picked=166',
    options: { viewport: { width: 390, height: 844 } },
  },
];

await buildPage(join(root, 'dist'));
const server = await preview({ root, logLevel: 'error', preview: { port: 0, host: '127.0.0.1' } });
const folder = await unpackChromium();
const browser = await chromium.launch({
  executablePath: process.env.MEANFIELD_BROWSER ?? `${folder}/chromium`,
  args: [
    '--no-sandbox',
    '--enable-unsafe-webgpu',
    '--enable-features=Vulkan',
    '--use-vulkan=swiftshader',
    '--use-gl=angle',
    '--use-angle=vulkan',
    '--ignore-gpu-blocklist',
    '--disable-vulkan-surface',
  ],
  env: { ...process.env, ...(await browserEnvironment()) },
});
try {
  for (const { name, hash, options } of shots) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(server.resolvedUrls.local[0] + hash);
    await page.locator('#status').filter({ hasText: 'step 1' }).waitFor();
    await page.evaluate(async () => {
      await window.meanfield.session.settled();
      for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    });
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
