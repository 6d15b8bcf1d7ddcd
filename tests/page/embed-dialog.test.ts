import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { useOtherOrigin } from '../support/other-origin.ts';
import { seriousFindings } from '../support/serious-findings.ts';

const permissions = ['clipboard-read', 'clipboard-write'];

async function openDialog(page: Page) {
  // On a phone it is in a menu.
  const more = page.getByRole('button', { name: 'More', exact: true });
  if (await more.isVisible()) await more.click();
  const button = page.getByRole('button', { name: /^Embed/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed' });
  await dialog.waitFor();
  return { button, dialog, code: dialog.locator('textarea') };
}

describe.skipIf(!inject('browser'))('the embed dialog', () => {
  const browser = useBrowser();
  const other = useOtherOrigin();

  it('gives code that shows in another page what was seen here', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=meanshift&bandwidth=4&step=2&picked=3',
      permissions,
    });
    const { button, dialog, code } = await openDialog(page);
    await dialog.getByLabel('Code', { exact: true }).check();
    await dialog.getByLabel('width').fill('900');
    await dialog.getByRole('button', { name: 'Copy the code' }).click();
    await dialog.getByRole('status').getByText('The code is copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await code.inputValue());
    expect(copied).toContain('hide=header,lesson,panel,charts"');
    expect(copied).toContain('width="900" height="620"');
    expect(copied).toContain('title="Meanfield: Mean shift"');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.context().close();

    const elsewhere = await browser.open({ waits: false, url: `${other.origin}/` });
    await elsewhere.evaluate((text) => {
      document.body.innerHTML = text;
    }, copied);
    const frame = elsewhere.frameLocator('iframe');
    await frame.locator('#status').getByText('step 2,').waitFor();
    expect(await frame.locator('#code').isVisible()).toBe(true);
    expect(await frame.locator('#header').isVisible()).toBe(false);
    const [, inner] = elsewhere.frames();
    const { values, picked } = await inner.evaluate(() => {
      const { values, picked } = window.meanfield!.session;
      return { values, picked };
    });
    expect([values.bandwidth, picked]).toEqual([4, 3]);
  });

  it('fits its size to what is shown, and refuses what is none', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const { dialog, code } = await openDialog(page);
    const size = async () => / width="\d+" height="\d+"/.exec(await code.inputValue())?.[0];
    expect(await size()).toBe(' width="640" height="500"');
    await dialog.getByLabel('Play and time').uncheck();
    expect(await size()).toBe(' width="640" height="400"');
    for (const wrong of ['banana', '', '1e9', '-3', '99.5']) {
      await dialog.getByLabel('height').fill(wrong);
      await dialog.getByRole('alert').getByText(`height must be a whole number`).waitFor();
      expect(await size()).toBe(' width="640" height="400"');
    }
    await dialog.getByLabel('height').fill('444');
    await expect.poll(size).toBe(' width="640" height="444"');
    const origin = dialog.getByLabel('A page that may control it by script');
    await origin.fill('banana');
    await dialog.getByRole('alert').getByText('like https://example.org').waitFor();
    await origin.fill('https://course.example');
    expect(await code.inputValue()).toContain('?embed-origin=https://course.example#v=1&amp;');
    expect(await dialog.getByRole('alert').count()).toBe(0);
  });

  it('shows the frame as it will be, without a part in the tab order', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0' });
    await openDialog(page);
    const preview = page.frameLocator('.embed-preview iframe');
    await preview.locator('#status').filter({ hasText: 'step' }).waitFor();
    expect(await preview.locator('#lesson').isVisible()).toBe(false);
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('IFRAME');
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      it(`axe finds nothing serious, and nothing is cut (${colorScheme}, ${width} wide)`, async () => {
        const page = await browser.open({
          colorScheme,
          viewport: { width, height: 800 },
          hash: '#v=1&step=0',
        });
        const { dialog } = await openDialog(page);
        expect(await seriousFindings(page)).toEqual([]);
        const wider = await dialog.evaluate((it) => it.scrollWidth - it.clientWidth);
        expect(wider).toBe(0);
      });
    }
  }
});
