import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

describe.skipIf(!inject('browser'))('keys', () => {
  const browser = useBrowser({ views: 'all' });

  it('play, pause, step, go back, reset, fit and help', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const status = page.locator('#status');
    await page.keyboard.press('.');
    await status.getByText('step 1,').waitFor();
    await page.keyboard.press('.');
    await status.getByText('step 2,').waitFor();
    await page.keyboard.press(',');
    await status.getByText('step 1,').waitFor();
    await page.keyboard.press('r');
    await status.getByText('step 0,').waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.evaluate(() => window.meanfield!.session.stage.camera.zoomBy(3));
    const isFitted = () =>
      page.evaluate(() => window.meanfield!.session.stage.camera.view === null);
    expect(await isFitted()).toBe(false);
    await page.keyboard.press('f');
    expect(await isFitted()).toBe(true);
    await page.keyboard.press('1');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Help' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog', { name: 'Help' }).count()).toBe(0);
  });

  it('work while a slider or a checkbox has focus', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.getByRole('slider', { name: 'speed' }).focus();
    await page.keyboard.press('.');
    await page.locator('#status').getByText('step 1,').waitFor();
    await page.getByLabel('by phase').focus();
    await page.keyboard.press('r');
    await page.locator('#status').getByText('step 0,').waitFor();
  });

  it('leave text fields and buttons their own', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const field = page.locator('[data-parameter="bandwidth"] input[type="text"]');
    await field.fill('3.5');
    await field.press('.');
    expect(await page.locator('#status').textContent()).toContain('step 0,');
    await page.getByRole('button', { name: 'Step', exact: true }).focus();
    await page.keyboard.press(' ');
    await page.locator('#status').getByText('step 1,').waitFor();
    expect(await page.evaluate(() => window.meanfield!.session.player.playing)).toBe(false);
  });
});
