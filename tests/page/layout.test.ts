import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

describe.skipIf(!inject('browser'))('the layout', () => {
  const browser = useBrowser();

  for (const [width, height] of [
    [360, 740],
    [390, 844],
    [1280, 800],
    [1920, 1080],
  ]) {
    it(`fits ${width}x${height}`, async () => {
      const page = await browser.open({ viewport: { width, height } });
      const sizes = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const stage = document.getElementById('stage')!.getBoundingClientRect();
        return { scrollWidth, scrollHeight, stage: [stage.width, stage.height] };
      });
      expect(sizes.scrollWidth).toBeLessThanOrEqual(width);
      expect(sizes.scrollHeight).toBeLessThanOrEqual(height);
      expect(sizes.stage[0]).toBeGreaterThan(300);
      expect(sizes.stage[1]).toBeGreaterThan(300);
    });
  }

  it('has sheets on a phone that open, close, and take focus in and back', async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 } });
    const lesson = page.locator('#learn');
    const button = page.getByRole('button', { name: 'Lesson', exact: true });
    expect(await lesson.isVisible()).toBe(false);
    await button.click();
    await lesson.waitFor({ state: 'visible' });
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.closest('#learn') !== null)).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await lesson.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('does not jump while it loads', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
              sum += entry.value;
            }
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        }),
    );
    expect(shift).toBeLessThan(0.02);
  });

  it('fetches less than 250 KB, gzipped, before its scene', async () => {
    const page = await browser.open();
    const files = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .toSorted((a, b) => a.startTime - b.startTime)
        .map(({ name }) => new URL(name).pathname.split('/').at(-1) ?? ''),
    );
    const scene = files.findIndex((file) => /^scene-.*\.js$/.test(file));
    expect(scene).toBeGreaterThan(0);
    const assets = join(inject('builtPage'), 'assets');
    const known = readdirSync(assets);
    const shell = files.slice(0, scene).filter((file) => known.includes(file));
    const bytes = ['../index.html', ...shell]
      .map((file) => gzipSync(readFileSync(join(assets, file))).length)
      .reduce((sum, size) => sum + size, 0);
    expect(shell.length).toBeGreaterThan(1);
    expect(bytes).toBeLessThan(250_000);
  });
});
