import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { freezeClock, passTime } from '../support/frozen-clock.ts';

declare global {
  interface Window {
    keptPictures?: Record<string, Uint8ClampedArray>;
  }
}

/** Keeps what pixi draws now, under a name. */
const keep = (page: Page, name: string) =>
  page.evaluate((name) => {
    const { stage } = window.meanfield!.session;
    const shown = stage.renderer.canvas as HTMLCanvasElement;
    const canvas = document.createElement('canvas');
    canvas.width = shown.width;
    canvas.height = shown.height;
    const pen = canvas.getContext('2d')!;
    // In one task with the drawing: afterwards the canvas is empty.
    stage.render();
    pen.drawImage(shown, 0, 0);
    window.keptPictures ??= {};
    window.keptPictures[name] = pen.getImageData(0, 0, canvas.width, canvas.height).data;
  }, name);

/** How many values of pixels differ clearly between two pictures. */
const different = (page: Page, one: string, other: string) =>
  page.evaluate(
    ([one, other]) => {
      const [a, b] = [window.keptPictures![one], window.keptPictures![other]];
      let count = 0;
      for (let i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > 64) count++;
      return count;
    },
    [one, other],
  );

/** Turns to the next page, and waits until what it sets up is there; no time passes meanwhile. */
async function turnOn(page: Page) {
  const before = await page.evaluate(() => document.getElementById('lesson')!.dataset.ready);
  await page.locator('#lesson').getByRole('button', { name: 'Next page' }).click();
  await page.waitForFunction((before) => {
    const { ready } = document.getElementById('lesson')!.dataset;
    return ready !== undefined && ready !== before;
  }, before);
  await passTime(page, 0);
}

const held = (page: Page) =>
  page.evaluate(() => {
    const picture = document.querySelector<HTMLElement>('.stage canvas.held');
    return picture && Number(picture.style.opacity || 1);
  });

for (const webgpu of [true, false]) {
  const where = webgpu ? 'with' : 'without';
  describe.skipIf(!inject('browser'))(`between lesson pages, ${where} WebGPU`, () => {
    const browser = useBrowser({ webgpu });

    it('points move from where they stood to where the page begins', async () => {
      const page = await browser.open({ hash: '#v=1&step=3&traces=none', init: freezeClock });
      await page.locator('#status').getByText('step 3,').waitFor();
      await passTime(page, 2000);
      await keep(page, 'before');
      await turnOn(page);
      // What is said is what it comes to.
      await page.locator('#status').getByText('step 0,').waitFor();
      await keep(page, 'first');
      await passTime(page, 300);
      await keep(page, 'half');
      await passTime(page, 400);
      await keep(page, 'last');
      await passTime(page, 2000);
      await keep(page, 'later');
      const whole = await different(page, 'before', 'last');
      expect(whole).toBeGreaterThan(5000);
      expect(await different(page, 'before', 'first')).toBeLessThan(0.02 * whole);
      for (const end of ['before', 'last']) {
        expect(await different(page, 'half', end)).toBeGreaterThan(0.2 * whole);
      }
      expect(await different(page, 'last', 'later')).toBe(0);
      expect(await held(page)).toBe(null);
    });
  });
}

describe.skipIf(!inject('browser'))('between lesson pages', () => {
  const browser = useBrowser();

  it('any other picture fades into the next one, and a press ends it', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=9', init: freezeClock });
    await page.locator('#status').getByText('step 9 of 27').waitFor();
    const canvases = () => page.locator('.stage canvas').count();
    const count = await canvases();
    await turnOn(page);
    await page.locator('#status').getByText('step 0 of 27').waitFor();
    expect(await held(page)).toBe(1);
    await passTime(page, 300);
    expect(await held(page)).toBeCloseTo(0.5, 2);
    await passTime(page, 400);
    expect([await held(page), await canvases()]).toEqual([null, count]);
    await turnOn(page);
    expect(await held(page)).toBe(1);
    await page.keyboard.press('Shift');
    expect(await held(page)).toBe(1);
    await page.keyboard.press('.');
    expect(await held(page)).toBe(null);
    expect(await canvases()).toBe(count);
  });

  it('the next picture is there at once for who wishes for less motion', async () => {
    const page = await browser.open({
      hash: '#v=1&step=3&traces=none',
      init: freezeClock,
      reducedMotion: 'reduce',
    });
    await turnOn(page);
    await keep(page, 'first');
    await passTime(page, 1000);
    await keep(page, 'later');
    expect(await different(page, 'first', 'later')).toBe(0);
    expect(await held(page)).toBe(null);
  });

  it('the camera glides to what a press shows, and is in the address where it leads', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&view=0,0,90', init: freezeClock });
    const camera = () =>
      page.evaluate(() => {
        const { scale, view } = window.meanfield!.session.stage.camera;
        return { scale, fits: view === null };
      });
    expect(await camera()).toEqual({ scale: 90, fits: false });
    await page.keyboard.press('f');
    await passTime(page, 200);
    const half = await camera();
    await passTime(page, 400);
    const end = await camera();
    expect([half.fits, end.fits]).toEqual([true, true]);
    // Half way of an even approach is at the geometric mean.
    expect(half.scale).toBeCloseTo(Math.sqrt(90 * end.scale), 1);
  });
});
