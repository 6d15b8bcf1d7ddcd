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

  it('keeps time in sight and in reach under an open sheet', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      hash: '#v=1&step=0',
    });
    await page.getByRole('button', { name: 'Controls', exact: true }).click();
    await page.locator('#controls').waitFor();
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await page.locator('#status').getByText('step 1,').waitFor();
    expect(await page.locator('#controls').isVisible()).toBe(true);
    // A touch on what is left of the stage closes it.
    await page.locator('#stage').click({ position: { x: 40, y: 40 } });
    await page.locator('#controls').waitFor({ state: 'hidden' });
  });

  it('offers no sheet for a column that was taken away', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      hash: '#v=1&step=0&hide=lesson,code',
    });
    await page.getByRole('button', { name: 'Controls', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Lesson', exact: true }).count()).toBe(0);
  });

  it('has room for a finger everywhere on a phone', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      hash: '#v=1&step=0',
    });
    const tooSmall = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('button, input, select, summary')]
          .filter((control) => control.checkVisibility() && !control.closest('[inert]'))
          .map((control) => control.closest('label') ?? control)
          .filter((control) => {
            const { width, height } = control.getBoundingClientRect();
            return width < 40 || height < 40;
          })
          .map((control) => control.outerHTML.slice(0, 120)),
      );
    expect(await tooSmall()).toEqual([]);
    for (const name of ['Lesson', 'Controls']) {
      await page.getByRole('button', { name, exact: true }).click();
      expect(await tooSmall()).toEqual([]);
    }
  });

  for (const [width, hash] of [
    [360, '#v=1&step=0'],
    [1280, '#v=1&step=0'],
    [1280, '#v=1&step=0&hide=lesson,code'],
  ] as const)
    it(`does not jump while it loads, ${width} wide, ${hash}`, async () => {
      const page = await browser.open({
        viewport: { width, height: 740 },
        hash,
      });
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
