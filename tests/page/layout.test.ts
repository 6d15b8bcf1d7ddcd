import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

describe.skipIf(!inject('browser'))('the layout', () => {
  const browser = useBrowser();

  /** What is seen of the picture: its width and height, and the part of the window that it is. */
  const picture = (page: Page) =>
    page.evaluate(() => {
      const { width, height } = document.getElementById('stage')!.getBoundingClientRect();
      return { width, height, part: (width * height) / (innerWidth * innerHeight) };
    });

  it.each([
    [360, 640],
    [390, 844],
    [600, 400],
    // 1280×800 at 200 %.
    [640, 400],
    [1024, 768],
    [1280, 800],
    [2560, 1440],
  ])('gives the picture at least half of %i×%i, beside the lesson', async (width, height) => {
    const page = await browser.open({ viewport: { width, height }, hash: '#v=1&step=0' });
    expect(await page.locator('#story').isVisible()).toBe(true);
    expect((await picture(page)).part).toBeGreaterThanOrEqual(0.5);
    const sizes = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { scrollWidth, scrollHeight };
    });
    expect(sizes).toEqual({ scrollWidth: width, scrollHeight: height });
    // A choice of pages that has no room to name them is not offered: the contents are.
    const choice = await page.getByLabel('Page', { exact: true }).boundingBox();
    if (choice) expect(choice.width).toBeGreaterThan(140);
    await page.getByRole('button', { name: 'Contents: page 9 of 27' }).click();
    await page.getByRole('dialog', { name: 'Contents' }).waitFor();
  });

  it('is as wide as there is room for, and remembers what was open beside it', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    expect((await picture(page)).width).toBeGreaterThanOrEqual(700);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    expect(await page.locator('#drawer').isVisible()).toBe(false);
    await press('Charts');
    await page.locator('#charts').waitFor();
    // Without the lesson there is the whole panel.
    await press('Lesson');
    await page.locator('#panel').waitFor();
    expect(await page.locator('#story').isVisible()).toBe(false);
    expect((await picture(page)).width).toBeGreaterThanOrEqual(950);
    await page.reload();
    await page.locator('#panel').waitFor();
    expect(await page.locator('#story').isVisible()).toBe(false);
    await press('Lesson');
    await page.locator('#charts').waitFor();
    expect(await page.locator('#panel').isVisible()).toBe(false);
  });

  it('shows one view at a time below the picture of a phone, and the picture alone', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      hash: '#v=1&step=0',
    });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.locator('#story').waitFor();
    const beside = (await picture(page)).height;
    await press('Controls');
    await page.locator('#panel').waitFor();
    expect(await page.locator('#story').isVisible()).toBe(false);
    expect((await picture(page)).height).toBe(beside);
    await press('Step');
    await page.locator('#status').getByText('step 1,').waitFor();
    await press('Controls');
    await page.locator('#panel').waitFor({ state: 'hidden' });
    expect((await picture(page)).height).toBeGreaterThan(beside + 100);
    await press('More');
    await page.getByRole('button', { name: 'Help (?)' }).waitFor();
  });

  it('is gone through by the keyboard in the order of the eye', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    for (const [width, height] of [
      [1280, 800],
      [600, 400],
      [390, 844],
    ]) {
      await page.setViewportSize({ width, height });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const regions = await page.evaluate(() =>
        ['header', 'story', 'stage', 'transport', 'view-bar']
          .map((id) => document.getElementById(id)!)
          .filter((region) => region.checkVisibility() && region.childElementCount > 0)
          .map((region) => ({ id: region.id, box: region.getBoundingClientRect(), region }))
          .toSorted((a, b) =>
            a.region.compareDocumentPosition(b.region) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
          )
          .map(({ id, box: { x, y } }) => ({ id, x, y })),
      );
      const byEye = regions.toSorted((a, b) =>
        // Beside each other, from the left; else from the top.
        a.x !== b.x && a.x + b.x > 0 ? a.x - b.x || a.y - b.y : a.y - b.y,
      );
      expect(regions.map(({ id }) => id)).toEqual(byEye.map(({ id }) => id));
      // And the Tab key goes from each to the next, until it leaves the page.
      const visited: string[] = [];
      for (let presses = 0; presses < 120; presses++) {
        await page.keyboard.press('Tab');
        const region = await page.evaluate(
          (ids) => document.activeElement?.closest(ids)?.id ?? '',
          byEye.map(({ id }) => `#${id}`).join(),
        );
        if (region === '' && visited.length > 0) break;
        if (region !== visited.at(-1)) visited.push(region);
      }
      expect(visited).toEqual(byEye.map(({ id }) => id));
    }
  });

  it('has the views in the menu where a line of text is worth more than their names', async () => {
    const page = await browser.open({ viewport: { width: 360, height: 640 }, hash: '#v=1&step=0' });
    expect(await page.locator('#view-bar').isVisible()).toBe(false);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await press('More');
    await press('Controls');
    await page.locator('#panel').waitFor();
    await page.setViewportSize({ width: 600, height: 400 });
    const names = await page.locator('#panel .tp-lblv_l:visible').evaluateAll((all) =>
      all.map((it) => ({
        name: it.textContent,
        isCut: it.scrollWidth > it.clientWidth + 1 || it.clientWidth === 0,
      })),
    );
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter(({ isCut }) => isCut)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 640 });
    await press('Controls');
    await page.locator('#panel').waitFor({ state: 'hidden' });
    // By itself again, and all of it is.
    expect((await picture(page)).part).toBeGreaterThan(0.7);
    expect(await page.getByLabel('speed').isVisible()).toBe(true);
  });

  it('offers no view that was taken away', async () => {
    const page = await browser.open({
      viewport: { width: 360, height: 740 },
      hash: '#v=1&step=0&hide=lesson,code',
    });
    await page.getByRole('button', { name: 'Controls', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Lesson', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Code', exact: true }).count()).toBe(0);
    expect(await page.locator('#panel').isVisible()).toBe(true);
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
    for (const name of ['Controls', 'Charts', 'Code', 'More']) {
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
