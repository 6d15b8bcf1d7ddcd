import type { Page } from 'playwright-core';
import type { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { savePicture } from '../support/save-picture.ts';
import { seriousFindings } from '../support/serious-findings.ts';

const stageSize = (page: Page) =>
  page
    .locator('#stage')
    .evaluate(({ clientWidth: width, clientHeight: height }) => ({ width, height }));

/** How many colours a part of the picture has. */
function colours({ data, width }: PNG, top: number, bottom: number): number {
  const all = new Set<number>();
  for (let i = 4 * top * width; i < 4 * bottom * width; i += 4) all.add(data.readUInt32BE(i));
  return all.size;
}

declare global {
  interface Window {
    written?: string[];
  }
}

/** From now on keeps every text that is written on a canvas. */
const hearWriting = (page: Page) =>
  page.evaluate(() => {
    const written: string[] = [];
    window.written = written;
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
      written.push(text);
      if (most === undefined) fillText.call(this, text, x, y);
      else fillText.call(this, text, x, y, most);
    };
  });

/** What a canvas of the stage holds, as it is drawn. */
const onScreen = (page: Page) =>
  page
    .locator('#stage canvas')
    .last()
    .evaluate((canvas) => {
      const { width, height, style } = canvas as HTMLCanvasElement;
      return { width, height, css: [style.width, style.height] };
    });

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(
    `a picture saved ${webgpu ? 'with' : 'without'} WebGPU`,
    () => {
      const browser = useBrowser({ webgpu });

      it('is twice the stage, alone or with its text', async () => {
        const page = await browser.open({ hash: '#v=1&scene=meanshift&step=1&picked=3' });
        const { width, height } = await stageSize(page);
        const before = await onScreen(page);
        const alone = await savePicture(page, 'alone');
        expect([alone.width, alone.height]).toEqual([2 * width, 2 * height]);
        expect(colours(alone, 0, alone.height)).toBeGreaterThan(100);
        await hearWriting(page);
        const saved = page.waitForEvent('download');
        const whole = await savePicture(page, 'with text');
        expect((await saved).suggestedFilename()).toBe('meanshift-step-1.png');
        const written = await page.evaluate(() => window.written!.join(' '));
        const said = await page.evaluate(() => {
          const { session } = window.meanfield!;
          return { caption: session.view.caption(), address: location.href };
        });
        expect(said.caption).toMatch(/\d/);
        expect(written).toContain(said.caption);
        expect(written).toContain('Mean shift: step 1, 1,500 points');
        // A long address is broken where there is no space.
        expect(written.replaceAll(' ', '')).toContain(said.address);
        expect(whole.width).toBe(2 * width);
        expect(whole.height).toBeGreaterThan(2 * height + 100);
        // Each line of text has edges between ink and ground.
        expect(colours(whole, 2 * height + 8, whole.height)).toBeGreaterThan(10);
        // The picture above the text is the picture alone.
        const above = Buffer.from(whole.data.subarray(0, alone.data.length));
        expect(above.equals(alone.data)).toBe(true);
        // On the screen nothing has changed.
        expect(await onScreen(page)).toEqual(before);
        // What was taken last is what the hand is on.
        await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
          'With caption and address',
        );
        // The button closes it too, and so does Escape; the focus goes back.
        const button = page.getByRole('button', { name: 'Save the picture as PNG' });
        await button.click();
        await expect.poll(() => page.locator('.picture-menu').count()).toBe(0);
        await button.click();
        await page.locator('.picture-menu').waitFor();
        await page.keyboard.press('Escape');
        await expect.poll(() => page.locator('.picture-menu').count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
          'Save the picture as PNG',
        );
      });

      it('has what is written over the stage, and no grid where there is none', async () => {
        const page = await browser.open({ hash: '#v=1&scene=matmul&step=2' });
        const label = page.locator('.stage-label:not([hidden])').first();
        await label.waitFor();
        const stage = await page.locator('#stage').boundingBox();
        const box = (await label.boundingBox())!;
        const shown = await savePicture(page, 'alone');
        await page.addStyleTag({ content: '.stage-label { color: transparent !important }' });
        const without = await savePicture(page, 'alone');
        const differs = (x: number, y: number) => {
          const i = 4 * (Math.round(y) * shown.width + Math.round(x));
          return shown.data.readUInt32BE(i) !== without.data.readUInt32BE(i);
        };
        let inside = 0;
        for (let y = 0; y < 2 * box.height; y++) {
          for (let x = 0; x < 2 * box.width; x++) {
            if (differs(2 * (box.x - stage!.x) + x, 2 * (box.y - stage!.y) + y)) inside += 1;
          }
        }
        expect(inside).toBeGreaterThan(20);
        // The corner holds nothing but the grid, which this scene does not show.
        expect(colours(shown, shown.height - 8, shown.height)).toBe(1);
      });

      it('is drawn anew, not blown up, and the screen has its own picture again at once', async () => {
        const page = await browser.open({ hash: '#v=1&scene=meanshift&step=1&picked=3' });
        const [blownUp, lost] = await page.evaluate(() => {
          const { stage } = window.meanfield!.session;
          const canvas = stage.renderer.canvas as HTMLCanvasElement;
          /** A picture's pixels at twice the size of the screen's. */
          const pixels = (source: HTMLCanvasElement) => {
            const copy = document.createElement('canvas');
            [copy.width, copy.height] = [2 * canvas.width, 2 * canvas.height];
            const pen = copy.getContext('2d')!;
            pen.drawImage(source, 0, 0, copy.width, copy.height);
            return new Uint32Array(pen.getImageData(0, 0, copy.width, copy.height).data.buffer);
          };
          const different = (a: Uint32Array, b: Uint32Array) =>
            a.reduce((sum, value, i) => sum + (value === b[i] ? 0 : 1), 0);
          stage.render();
          const before = pixels(canvas);
          const coarse = pixels(stage.picture(1));
          const fine = pixels(stage.picture(2));
          // In the same task: this is what the browser shows next.
          return [different(coarse, fine), different(before, pixels(canvas))];
        });
        expect(blownUp).toBeGreaterThan(3000);
        expect(lost).toBe(0);
      });

      it('is as fine as a fine screen, and no finer', async () => {
        const page = await browser.open({ hash: '#v=1&step=0', deviceScaleFactor: 3 });
        const { width, height } = await stageSize(page);
        const picture = await savePicture(page, 'alone');
        expect([picture.width, picture.height]).toEqual([3 * width, 3 * height]);
      });
    },
  );
}
