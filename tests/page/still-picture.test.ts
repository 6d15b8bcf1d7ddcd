import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sceneNames } from '../../src/scenes/registry.ts';
import { useBrowser } from '../support/browser.ts';

declare global {
  interface Window {
    /** How often a picture was begun. */
    pictures?: number;
  }
}

/** Counts pictures: every one takes the canvas's texture, or clears what WebGL draws on. */
function countPictures(): void {
  window.pictures = 0;
  const count = (on: object | undefined, name: string) => {
    if (!on) return;
    const act = Reflect.get(on, name);
    Reflect.set(on, name, function counted(this: unknown, ...given: unknown[]) {
      window.pictures = (window.pictures ?? 0) + 1;
      return act.apply(this, given);
    });
  };
  count(window.GPUCanvasContext?.prototype, 'getCurrentTexture');
  count(window.WebGL2RenderingContext?.prototype, 'clear');
}

/** How many pictures a number of frames took. */
const picturesIn = (page: Page, frames: number) =>
  page.evaluate(async (frames) => {
    await window.meanfield!.session.settled();
    const before = window.pictures ?? 0;
    for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
    return (window.pictures ?? 0) - before;
  }, frames);

const atRest = (page: Page) => expect.poll(() => picturesIn(page, 8)).toBe(0);

const look = (page: Page) => page.locator('#stage').screenshot({ animations: 'disabled' });

async function centreOf(page: Page, selector: string) {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** All that can change a picture while no time passes. */
const acts: readonly { readonly what: string; act(page: Page): Promise<unknown> }[] = [
  { what: 'the camera', act: (page) => page.getByRole('button', { name: 'Zoom in' }).click() },
  { what: 'the theme', act: (page) => page.getByRole('button', { name: /^Theme:/ }).click() },
  { what: 'the window', act: (page) => page.setViewportSize({ width: 900, height: 640 }) },
  {
    what: 'what is looked at',
    async act(page) {
      // Which may lie outside, now that the camera is nearer.
      await page.getByRole('button', { name: /^Fit everything/ }).click();
      await page.evaluate(() => window.meanfield!.session.pick(3));
    },
  },
  {
    what: 'a handle that is dragged',
    async act(page) {
      const { x, y } = await centreOf(page, '.stage-handle');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 50, y - 50, { steps: 3 });
    },
  },
  { what: 'a handle that is let go', act: (page) => page.mouse.up() },
  {
    what: 'a step',
    act: (page) => page.getByRole('button', { name: 'Step', exact: true }).click(),
  },
];

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(
    `a picture that stands still ${webgpu ? 'with' : 'without'} WebGPU`,
    () => {
      const browser = useBrowser({ webgpu });

      it.each(sceneNames)('is drawn once, and anew for all that changes it (%s)', async (name) => {
        const hash = `#v=1&scene=${name}&step=1`;
        const options = {
          viewport: { width: 1000, height: 700 },
          reducedMotion: 'reduce',
        } as const;
        const page = await browser.open({ hash, init: countPictures, ...options });
        expect(await page.evaluate(() => window.pictures)).toBeGreaterThan(0);
        await atRest(page);
        for (const { what, act } of acts) {
          const before = await page.evaluate(() => window.pictures ?? 0);
          await act(page);
          await atRest(page);
          expect(await page.evaluate(() => window.pictures), what).toBeGreaterThan(before);
          const seen = await look(page);
          const anew = await page.evaluate(async () => {
            const before = window.pictures ?? 0;
            window.meanfield!.session.changed();
            for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
            return (window.pictures ?? 0) - before;
          });
          expect(anew).toBeGreaterThan(0);
          expect((await look(page)).equals(seen), what).toBe(true);
        }
      });
    },
  );
}
