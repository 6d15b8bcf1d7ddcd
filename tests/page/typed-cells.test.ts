import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const selected = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLInputElement)) return null;
    const { value, selectionStart, selectionEnd } = activeElement;
    return value.slice(selectionStart ?? 0, selectionEnd ?? 0);
  });

describe.skipIf(!inject('browser'))('a cell that is typed into', () => {
  const browser = useBrowser();
  const hash = '#v=1&scene=matmul&step=0&picked=0&edits=a0%2C0%3D1234';

  it('has its text selected, by pointer and by key, so that what is typed takes its place', async () => {
    const page = await browser.open({ hash });
    const field = page.getByRole('textbox', { name: 'A[0, 0]' });
    await field.click();
    expect(await selected(page)).toBe('1234');
    await page.keyboard.type('5');
    expect(await field.inputValue()).toBe('5');
    await page.keyboard.press('Escape');
    await field.focus();
    expect(await selected(page)).toBe('1234');
  });

  it('says what it does not take, and that it is too large where it is', async () => {
    const page = await browser.open({ hash });
    const field = page.getByRole('textbox', { name: 'A[0, 0]' });
    const sentence = page.locator('.stage-field .refused');
    for (const [text, words] of [
      ['1e400', '“1e400” is larger than a number can be'],
      ['-1e400', '“-1e400” is larger than a number can be'],
      ['banana', '“banana” is not a number'],
    ]) {
      await field.click();
      await field.fill(text);
      await field.press('Enter');
      await sentence.getByText(words).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    expect(await page.evaluate(() => window.meanfield!.session.values.edits)).toBe('a0,0=1234');
  });

  it('is refused by its sentence in the panel too', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0&edits=a0%2C0%3D1e400' });
    await page.locator('#notice').getByText('“1e400” is larger than a number can be').waitFor();
  });
});

describe.skipIf(!inject('browser'))('a button that is busy', () => {
  const browser = useBrowser();

  it('is a scene’s tab, until its scene is there; pressed again it opens nothing twice', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const busy = await page.evaluate(() => {
      const tab = document.querySelector<HTMLElement>('[data-scene=matmul]')!;
      tab.click();
      tab.click();
      return tab.ariaBusy;
    });
    expect(busy).toBe('true');
    await page.locator('[data-scene=matmul][aria-current=page][aria-busy=false]').waitFor();
    const isSame = await page.evaluate(async () => {
      const { session } = window.meanfield!;
      for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
      return window.meanfield!.session === session;
    });
    expect(isSame).toBe(true);
  });

  it('is the one that measures; pressed again it neither cancels nor measures twice', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0&kernel=fastest' });
    const tool = page.locator('[data-tool=measure]');
    await page.getByRole('button', { name: 'Tools', exact: true }).click();
    const measure = tool.getByRole('button', { name: 'Measure' });
    await tool.getByLabel('Which product is measured').selectOption({ index: 1 });
    await measure.click();
    expect(await measure.getAttribute('aria-busy')).toBe('true');
    await measure.dispatchEvent('click');
    expect(await tool.getByRole('button', { name: 'Cancel' }).count()).toBe(1);
    await tool.getByRole('button', { name: 'Cancel' }).click();
    await tool.locator('[aria-busy=false]').waitFor();
    expect(await tool.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
  });
});
