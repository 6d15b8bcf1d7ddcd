import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

interface Place {
  x: number;
  y: number;
}

/** Where a row's point is on the screen, and the world's components say that it is. */
const screenPlace = (page: Page, row: number): Promise<Place> =>
  page.evaluate((wanted) => {
    const { session } = window.meanfield!;
    const place = session.view.place!(wanted);
    const at = session.stage.camera.toScreen(place.x, place.y);
    const box = document.getElementById('stage')!.getBoundingClientRect();
    return { x: box.left + at.x, y: box.top + at.y };
  }, row);

const picked = (page: Page) => page.evaluate(() => window.meanfield!.session.picked);
const bandwidth = (page: Page) =>
  page.evaluate(() => Number(window.meanfield!.session.values.bandwidth));

/** Opens the page, paused at step 0. */
async function openStill(browser: ReturnType<typeof useBrowser>, options = {}): Promise<Page> {
  const page = await browser.open(options);
  await page.evaluate(async () => {
    const { session } = window.meanfield!;
    session.player.goTo(0);
    await session.settled();
  });
  return page;
}

describe.skipIf(!inject('browser'))('the stage', () => {
  const browser = useBrowser();
  // A point at the edge of its cluster, so that a click near it cannot mean another.
  const lonely = 1;

  it('looks at the point that is clicked, and away from empty ground', async () => {
    const page = await openStill(browser);
    const at = await screenPlace(page, lonely);
    await page.mouse.click(at.x + 1, at.y);
    expect(await picked(page)).toBe(lonely);
    await page.locator('.stage-caption').getByText('weighs its neighbours').waitFor();
    await page.mouse.click(at.x, at.y + 250);
    expect(await picked(page)).toBe(null);
  });

  it('finds the nearest point under the pointer among 100,000', async () => {
    const page = await openStill(browser);
    await page.evaluate(async () => {
      const { session } = window.meanfield!;
      session.player.pause();
      session.setValues({ clusters: 10, samples: 10_000 });
      session.player.pause();
      await session.settled();
      session.player.pause();
    });
    const row = 54_321;
    const place = await page.evaluate((wanted) => {
      const { session } = window.meanfield!;
      const at = session.view.place!(wanted);
      session.stage.camera.show({ ...at, scale: 1e5 });
      const box = document.getElementById('stage')!.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, row);
    await page.mouse.move(place.x + 2, place.y + 1);
    await expect
      .poll(() => page.evaluate(() => window.meanfield!.session.hovered), { timeout: 30_000 })
      .toBe(row);
  });

  it('turns the bandwidth by the halo’s edge, by pointer and by keys', async () => {
    const page = await openStill(browser);
    await page.evaluate((row) => window.meanfield!.session.pick(row), lonely);
    const handle = page
      .getByRole('slider', { name: 'bandwidth' })
      .and(page.locator('.stage-handle'));
    await handle.waitFor();
    expect(await handle.getAttribute('aria-valuenow')).toBe('2.5');

    const centre = await screenPlace(page, lonely);
    const scale = await page.evaluate(() => window.meanfield!.session.stage.camera.scale);
    await page.mouse.move(centre.x + 2.5 * scale, centre.y);
    await page.mouse.down();
    await page.mouse.move(centre.x + 5 * scale, centre.y, { steps: 4 });
    await page.mouse.up();
    expect(await bandwidth(page)).toBeCloseTo(5, 0);
    await expect
      .poll(() => handle.getAttribute('aria-valuenow'))
      .toBe(String(await bandwidth(page)));

    const before = await bandwidth(page);
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    expect(await bandwidth(page)).toBeCloseTo(before + 0.05, 6);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await bandwidth(page)).toBeCloseTo(before - 0.45, 6);
  });

  it('does the same by touch on a phone', async () => {
    const viewport = { width: 360, height: 740 };
    const page = await openStill(browser, { viewport, hasTouch: true });
    const at = await screenPlace(page, lonely);
    await page.touchscreen.tap(at.x, at.y);
    expect(await picked(page)).not.toBe(null);
    expect(await page.locator('.stage-handle').count()).toBe(1);
  });

  it('pans by dragging, zooms by the wheel, and fits again', async () => {
    const page = await openStill(browser);
    const before = await screenPlace(page, lonely);
    const box = (await page.locator('#stage').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 5 });
    await page.mouse.up();
    const panned = await screenPlace(page, lonely);
    expect(panned.x - before.x).toBeCloseTo(60, 0);
    expect(panned.y - before.y).toBeCloseTo(40, 0);
    expect(await picked(page)).toBe(null);
    await page.mouse.wheel(0, -300);
    const scale = () => page.evaluate(() => window.meanfield!.session.stage.camera.scale);
    const fitted = await scale();
    await expect.poll(scale).toBeGreaterThanOrEqual(fitted);
    await page.getByRole('button', { name: /^Fit everything/ }).click();
    const again = await screenPlace(page, lonely);
    expect(again.x).toBeCloseTo(before.x, 0);
    expect(again.y).toBeCloseTo(before.y, 0);
  });

  it('picks and moves on by keys alone', async () => {
    const page = await openStill(browser);
    await page.locator('#stage').focus();
    await page.keyboard.press('Enter');
    const first = await picked(page);
    expect(first).not.toBe(null);
    await page.keyboard.press('Shift+ArrowRight');
    expect(await picked(page)).not.toBe(first);
    await page.keyboard.press('Escape');
    expect(await picked(page)).toBe(null);
  });

  it('shows a step phase by phase, and takes phases back', async () => {
    const page = await openStill(browser);
    await page.getByLabel('by phase').check();
    const caption = page.locator('.stage-caption');
    const current = page.locator('.phases [aria-current="step"]');
    for (const [name, words] of [
      ['distances', 'How far'],
      ['weights', 'The kernel turns'],
      ['weighted sum', 'Each point pulls'],
      ['divide', '÷'],
    ]) {
      await page.getByRole('button', { name: 'Next phase' }).click();
      await current.getByText(name, { exact: true }).waitFor();
      await caption.getByText(words).waitFor();
    }
    await page.getByRole('button', { name: 'Phase back' }).click();
    await current.getByText('weighted sum', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Next phase' }).click();
    await page.getByRole('button', { name: 'Next phase' }).click();
    await page.locator('#status').getByText('step 1').waitFor();
  });
});
