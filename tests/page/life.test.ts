import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildPage } from '../../scripts/build-page.mjs';
import { type OpenOptions, useBrowser } from '../support/browser.ts';
import { copyWithLife } from '../support/copy-with-life.ts';
import { countGpuObjects } from '../support/count-gpu-objects.ts';
import { seriousFindings } from '../support/serious-findings.ts';
import { servePage } from '../support/serve-page.ts';

/** As every book has it. */
const glider = [
  [2, 1],
  [3, 2],
  [1, 3],
  [2, 3],
  [3, 3],
];
const gliderMoved = (by: number, size: number) =>
  glider
    .map(([x, y]) => [(x + by) % size, (y + by) % size])
    .sort(([ax, ay], [bx, by]) => ay - by || ax - bx);

/** The cells that live, as the components have it. */
const living = (page: Page) =>
  page.evaluate(() => {
    const { Position, Row, Alive } = (
      window.meanfield!.session.world as unknown as {
        components: {
          Position: { x: Float64Array; y: Float64Array };
          Row: { index: Uint32Array };
          Alive: { now: Uint32Array };
        };
      }
    ).components;
    return [...Alive.now.keys()]
      .filter((cell) => Alive.now[cell] === 1)
      .sort((a, b) => Row.index[a] - Row.index[b])
      .map((cell) => [Position.x[cell], Position.y[cell]]);
  });

const status = (page: Page, text: string | RegExp) =>
  page.locator('#status').filter({ hasText: text }).waitFor();
const press = (page: Page, name: string) =>
  page.locator('#transport').getByRole('button', { name, exact: true }).click();
const rested = (page: Page) => page.evaluate(() => window.meanfield!.session.settled());
const hash = (page: Page) => page.evaluate(() => location.hash);

/** What is seen, in the screen's pixels: how many are a living cell’s, and where their middle is. */
async function seen(page: Page) {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
  await page.getByRole('button', { name: 'The picture alone' }).click();
  const { data, width } = PNG.sync.read(readFileSync(await (await downloading).path()));
  let [count, x, y] = [0, 0, 0];
  for (let i = 0; i < data.length / 4; i++) {
    // --accent of the light theme.
    if (data.readUIntBE(4 * i, 3) !== 0x2456c7) continue;
    count += 1;
    x += i % width;
    y += Math.floor(i / width);
  }
  const ratio = width / (await page.locator('#stage').evaluate((stage) => stage.clientWidth));
  return { count: count / ratio ** 2, x: x / count / ratio, y: y / count / ratio };
}

describe.skipIf(!inject('browser'))('Conway’s life, a scene more on the page,', () => {
  let copy: ReturnType<typeof copyWithLife>;
  let server: Awaited<ReturnType<typeof servePage>>;
  beforeAll(async () => {
    copy = copyWithLife();
    await buildPage(join(copy.path, 'dist'), copy.path);
    server = await servePage(join(copy.path, 'dist'));
  });
  afterAll(async () => {
    await server.close();
    copy.remove();
  });

  for (const webgpu of [true, false]) {
    describe(webgpu ? 'with WebGPU' : 'without WebGPU', () => {
      const browser = useBrowser({ webgpu, views: 'all' });
      const open = (its: string, options: OpenOptions = {}) =>
        browser.open({ url: server.url, hash: its, colorScheme: 'light', ...options });

      it('opens by its tab, the last one, and plays', async () => {
        const page = await open('#v=1&step=0');
        const tabs = page.locator('#scenes button');
        expect((await tabs.last().textContent())?.trim()).toBe('Life');
        await tabs.last().click();
        await status(page, 'cells live');
        expect(await page.evaluate(() => window.meanfield!.session.compute.kind)).toBe(
          webgpu ? 'webgpu' : 'cpu',
        );
        await status(page, /^step [2-9], 5 cells live/);
        await press(page, 'Pause');
        await rested(page);
        expect(await hash(page)).toContain('scene=life');
      });

      it('moves its glider by one cell to the right and up in four steps, which answers the lesson', async () => {
        const page = await open('#v=1&scene=life&step=0', { reducedMotion: 'reduce' });
        await page.locator('#lesson[data-ready=glider]').waitFor();
        const before = await seen(page);
        const scale = await page.evaluate(() => window.meanfield!.session.stage.camera.scale);
        // Five squares of 0.9. A square's edge is drawn at a whole pixel.
        const isWithinPixel = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1);
        isWithinPixel(Math.sqrt(before.count / 5), 0.9 * scale);
        for (let step = 1; step <= 4; step++) {
          expect(await page.locator('.lesson-question.done').count()).toBe(0);
          await press(page, 'Step');
          await status(page, `step ${step}, 5 cells live`);
        }
        expect(await living(page)).toEqual(gliderMoved(1, 16));
        await page.locator('.lesson-question.done').getByText('one cell to the right').waitFor();
        await page.locator('#panel').getByLabel('living: 5').waitFor();
        const after = await seen(page);
        isWithinPixel(after.x - before.x, scale);
        isWithinPixel(before.y - after.y, scale);
        expect(await seriousFindings(page)).toEqual([]);

        for (let step = 3; step >= 0; step--) {
          await press(page, 'Step back');
          await status(page, `step ${step}, 5 cells live`);
        }
        expect(await living(page)).toEqual(gliderMoved(0, 16));
      });

      it('opens where an address says, and says the same address', async () => {
        const its = '#v=1&scene=life&size=7&step=8&speed=5';
        const page = await open(its);
        await status(page, 'step 8, 5 cells live');
        expect(await living(page)).toEqual(gliderMoved(2, 7));
        await expect.poll(() => hash(page)).toBe(its);
        expect(await page.locator('#notice').isHidden()).toBe(true);
      });

      it('takes its parameters to their ends, and refuses what lies beyond', async () => {
        const page = await open('#v=1&scene=life&step=0', { reducedMotion: 'reduce' });
        const size = page.locator('[data-parameter=size]').getByRole('textbox');
        for (const side of [5, 64, 1024]) {
          await size.fill(String(side));
          await size.press('Enter');
          await expect
            .poll(() => page.evaluate(() => window.meanfield!.session.values.size))
            .toBe(side);
          await rested(page);
          await press(page, 'Step');
          await status(page, 'step 1, 5 cells live');
        }
        for (const side of [4, 1025]) {
          await size.fill(String(side));
          await size.press('Enter');
          await page.locator('#notice').getByText(`not “${side}”`).waitFor();
          expect(await page.evaluate(() => window.meanfield!.session.values.size)).toBe(1024);
        }
        await size.fill('9');
        await size.press('Enter');
        for (const [pattern, count] of [
          ['blinker', 3],
          ['block', 4],
          ['glider', 5],
        ] as const) {
          await page.locator('[data-parameter=pattern] select').selectOption(pattern);
          await status(page, `step 0, ${count} cells live`);
        }
      });

      it('takes all that it made along when it is left', async () => {
        const page = await open('#v=1&scene=life&step=3', { init: countGpuObjects });
        await status(page, 'step 3, 5 cells live');
        const left = await page.evaluateHandle(() => {
          const { world } = window.meanfield!.session;
          return { world, objects: [...window.liveGpuObjects!] as GPUObjectBase[] };
        });
        const labels = await left.evaluate(({ objects }) => objects.map(({ label }) => label));
        for (const name of ['cells', 'next cells']) expect(labels.includes(name)).toBe(webgpu);
        await page.getByRole('button', { name: 'Matrix product' }).click();
        await status(page, '@');
        const kept = await left.evaluate(({ world, objects }) => ({
          ended: world.scope.ended,
          objects: objects.filter((it) => window.liveGpuObjects!.has(it)).map(({ label }) => label),
        }));
        expect(kept).toEqual({ ended: true, objects: [] });
      });
    });
  }
});
