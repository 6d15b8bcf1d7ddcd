import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

/** How much of the question is seen in the column that it scrolls in, from 0 to 1. */
const seen = (page: Page) =>
  page.evaluate(() => {
    const question = document.querySelector('.lesson-question');
    let column = question?.parentElement;
    while (column && !/auto|scroll/.test(getComputedStyle(column).overflowY)) {
      column = column.parentElement;
    }
    if (!question || !column) return 0;
    const [inner, outer] = [question.getBoundingClientRect(), column.getBoundingClientRect()];
    const height = Math.min(inner.bottom, outer.bottom) - Math.max(inner.top, outer.top);
    return Math.max(0, height) / inner.height;
  });

describe.skipIf(!inject('browser'))('the lesson’s question', () => {
  const browser = useBrowser();

  // Wide windows are all-pages.test.ts's.
  it.each([{ width: 360, height: 740 }])(
    'is in view on every page, and so is that it was done ($width × $height)',
    async (viewport) => {
      const page = await browser.open({ viewport });
      await page.locator('#lesson[data-ready=welcome]').waitFor({ state: 'attached' });
      const choice = page.getByLabel('Page', { exact: true });
      const ids = await choice
        .locator('optgroup[label="Mean shift"] option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
      expect(ids.length).toBeGreaterThan(8);
      for (const id of ids) {
        await choice.selectOption(id);
        await page.locator(`#lesson[data-ready="${id}"]`).waitFor();
        await expect.poll(() => seen(page), { message: id }).toBeGreaterThan(0.99);
      }
      await choice.selectOption('gaussian-kernels');
      await page.locator('#lesson[data-ready=gaussian-kernels]').waitFor();
      await page.evaluate(() => window.meanfield?.session.setValues({ kernel: 'triangular' }));
      await page.locator('.lesson-question.done .answer').waitFor();
      await expect.poll(() => seen(page)).toBeGreaterThan(0.99);
    },
  );

  it('leaves the tabs of the code in one row, whatever the phase is called', async () => {
    const page = await browser.open();
    await page.getByRole('button', { name: 'Code', exact: true }).click();
    await page.evaluate(async () => {
      const { session } = window.meanfield ?? {};
      session?.player.goTo(0);
      await session?.settled();
      if (session) session.player.byPhase = true;
    });
    const height = () =>
      page.locator('.code-head').evaluate((head) => head.getBoundingClientRect().height);
    const atRest = await height();
    for (const phase of ['distances', 'weights', 'weighted sum']) {
      await page.getByLabel('Next phase').click();
      await page.locator('.code-pane .phase-name', { hasText: phase }).waitFor();
      expect(await height()).toBe(atRest);
    }
    // Said to those who hear the page, too.
    expect(
      await page.locator('.code-pane .line[aria-current=step] code').allTextContents(),
    ).toEqual([expect.stringContaining('total =')]);
  });
});
