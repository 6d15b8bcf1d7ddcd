import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const sizes = [
  [1280, 720],
  [1920, 1080],
  [1024, 768],
] as const;

const boxOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().boundingBox())!;

describe.skipIf(!inject('browser'))('presenting', () => {
  const browser = useBrowser();

  it.each(['meanshift', 'matmul', 'derivatives'])('%s fits a projector', async (scene) => {
    const page = await browser.open({ hash: `#v=1&scene=${scene}&step=0&present=1` });
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      for (const region of ['#header', '#story', '#drawer', '.zoom-buttons']) {
        expect(await page.locator(region).isVisible()).toBe(false);
      }
      const scrolls = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth, scrollHeight];
      });
      expect(scrolls[0]).toBeLessThanOrEqual(width);
      expect(scrolls[1]).toBeLessThanOrEqual(height);
      const stage = await boxOf(page, '#stage');
      const transport = await boxOf(page, '#transport');
      const caption = await boxOf(page, '.stage-caption');
      expect(stage.width).toBe(width);
      expect(stage.height).toBeGreaterThan(0.6 * height);
      expect(transport.y + transport.height).toBeLessThanOrEqual(height);
      expect(caption.y + caption.height).toBeLessThanOrEqual(transport.y);
      expect(caption.height).toBeLessThan(0.3 * stage.height);
      const text = await page.evaluate(() =>
        ['.stage-caption p', '#status'].map((it) =>
          Number.parseFloat(getComputedStyle(document.querySelector(it)!).fontSize),
        ),
      );
      // A line of a slide is a thirtieth of its height, or more.
      for (const pixels of text) expect(pixels).toBeGreaterThanOrEqual(height / 30);
      const play = await boxOf(page, '.transport .primary');
      expect(Math.min(play.width, play.height)).toBeGreaterThan(50);
    }
  });

  it.each(['light', 'dark'])('has the strongest contrast there is (%s)', async (theme) => {
    const page = await browser.open({ hash: `#v=1&step=0&present=1&theme=${theme}` });
    const colours = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(
        document.querySelector('.stage-caption')!,
      );
      return [color, backgroundColor];
    });
    const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
    expect(colours).toEqual(theme === 'light' ? [black, white] : [white, black]);
  });

  it('begins and ends by a key, and is in the address', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const hash = () => page.evaluate(() => location.hash);
    const header = page.locator('#header');
    await page.keyboard.press('p');
    await header.waitFor({ state: 'hidden' });
    await expect.poll(hash).toContain('present=1');
    await page.keyboard.press('p');
    await header.waitFor();
    await expect.poll(hash).not.toContain('present');
    await page.keyboard.press('p');
    await header.waitFor({ state: 'hidden' });
    // Also where the stage has an Escape of its own.
    await page.locator('#stage').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await header.waitFor();
    expect(await page.evaluate(() => window.meanfield!.session.picked)).not.toBe(null);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).getByText('present:').waitFor();
  });

  it('writes larger numbers on the picture', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=27' });
    const pixels = () =>
      page
        .locator('.stage-label.plain:visible')
        .first()
        .evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
    const before = await pixels();
    await page.keyboard.press('p');
    await page.locator('#header').waitFor({ state: 'hidden' });
    expect(await pixels()).toBeGreaterThan(1.3 * before);
  });

  it('stays while another scene is chosen by its key', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&present=1' });
    await page.keyboard.press('1');
    await page.waitForFunction(() => window.meanfield!.session.scene.name === 'matmul');
    expect(await page.locator('#header').isVisible()).toBe(false);
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('present=1');
  });
});
