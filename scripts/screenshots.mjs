/**
 * Takes the pictures of the README from the real page: `npm run screenshots`. It builds the page,
 * serves it, and opens it in the browser that the page tests use.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'modern-gif';
import { chromium } from 'playwright-core';
import { PNG } from 'pngjs';
import { preview } from 'vite';
import { buildPage } from './build-page.mjs';
import { browserEnvironment, unpackChromium } from './software-driver.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });

const wide = { viewport: { width: 1280, height: 800 } };
const shots = [
  {
    name: 'meanshift',
    hash: '#v=1&scene=meanshift&bandwidth=3&step=1&picked=166&traces=both',
    options: wide,
  },
  {
    name: 'meanshift-dark',
    hash: '#v=1&scene=meanshift&step=1&picked=166&page=gaussian-kernels&by-phase=1',
    options: { ...wide, colorScheme: 'dark' },
  },
  { name: 'matmul', hash: '#v=1&scene=matmul&step=14', options: wide },
  {
    name: 'derivatives-dark',
    hash: '#v=1&scene=derivatives&f=sin(x)%2Bcos(2x)&step=1&page=rise-over-run',
    options: { ...wide, colorScheme: 'dark' },
  },
  {
    name: 'meanshift-phone',
    hash: '#v=1&scene=meanshift&step=1&picked=166',
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

/** Waits until nothing is under way and what is seen is drawn. */
const settled = (page) =>
  page.evaluate(async () => {
    await window.meanfield.session.settled();
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
  });

async function open(hash, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.resolvedUrls.local[0] + hash);
  await page.locator('#lesson[data-ready]').waitFor();
  await settled(page);
  return page;
}

/** The steps of mean shift as a moving picture of the whole page, frame by frame of its own motion. */
async function movingPicture() {
  const page = await open('#v=1&scene=meanshift&step=0', {
    viewport: { width: 1024, height: 640 },
  });
  const frames = [];
  const take = async (delay) => {
    const { width, height, data } = PNG.sync.read(await page.screenshot());
    frames.push({ width, height, delay, data: new Uint8ClampedArray(data) });
  };
  await take(1200);
  for (let step = 1; step <= 6; step++) {
    // The motion's parts as the player shows them, whatever the time they take here.
    for (const progress of [0.2, 0.4, 0.6, 0.8, 1]) {
      await page.evaluate(
        async ([step, progress]) => {
          const { session } = window.meanfield;
          if (session.world.step < step) await session.goToStep(step);
          const { player } = session;
          const own = Object.getOwnPropertyDescriptor(player, 'progress');
          Object.defineProperty(player, 'progress', { configurable: true, get: () => progress });
          session.changed();
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          Object.defineProperty(player, 'progress', own);
        },
        [step, progress],
      );
      await take(progress === 1 ? 400 : 70);
    }
  }
  await take(1500);
  const { width, height } = frames[0];
  const gif = await encode({ width, height, frames, maxColors: 128 });
  writeFileSync(join(images, 'meanshift.gif'), Buffer.from(gif));
  console.log(`docs/images/meanshift.gif, ${Math.round(gif.byteLength / 1024)} kB`);
  await page.context().close();
}

try {
  for (const { name, hash, options } of shots) {
    const page = await open(hash, options);
    await page.screenshot({ path: join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
    await page.context().close();
  }
  await movingPicture();
} finally {
  await browser.close();
  await server.close();
}
