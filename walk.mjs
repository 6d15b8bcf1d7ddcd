import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { browserEnvironment, unpackChromium } from './scripts/software-driver.mjs';

// args: tag width height scheme scenes(comma) ids(comma or '')
const [tag, w, h, scheme = 'light', scenes = 'matmul,meanshift,derivatives', only = ''] =
  process.argv.slice(2);
mkdirSync('/tmp/teach/' + tag, { recursive: true });
const server = await preview({
  root: process.cwd(),
  logLevel: 'error',
  preview: { port: 0, host: '127.0.0.1' },
});
const url = server.resolvedUrls.local[0];
const folder = await unpackChromium();
const browser = await chromium.launch({
  executablePath: `${folder}/chromium`,
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
for (const scene of scenes.split(',')) {
  const page = await browser.newPage({ viewport: { width: +w, height: +h }, colorScheme: scheme });
  page.on('console', (m) => {
    if (/error|warn/.test(m.type())) console.log(scene, m.text());
  });
  page.on('pageerror', (e) => console.log(scene, 'ERR', e.message));
  await page.goto(`${url}#v=1&scene=${scene}&step=0`);
  await page.locator('#lesson[data-ready]').waitFor({ state: 'attached', timeout: 60000 });
  const ids = await page
    .locator('.lesson-paging select option')
    .evaluateAll((os) => os.map((o) => o.value));
  const own = ids.filter((i) => !i.includes('/') || i.startsWith(scene + '/'));
  for (const value of own) {
    const id = value.split('/').at(-1);
    if (only && !only.split(',').includes(id)) continue;
    await page.locator('.lesson-paging select').selectOption(value);
    await page.locator(`#lesson[data-ready="${id}"]`).waitFor({ timeout: 60000 });
    await page.waitForTimeout(900);
    const m = await page.evaluate(() => {
      const s = document.getElementById('story');
      return [
        s.clientHeight,
        s.scrollHeight,
        s.clientWidth,
        s.scrollWidth,
        s.getBoundingClientRect().height,
      ];
    });
    console.log(scene, id, 'story', m.join(' '));
    await page.screenshot({ path: `/tmp/teach/${tag}/${scene}-${id}.png` });
  }
  await page.close();
}
await browser.close();
await server.close();
process.exit(0);
