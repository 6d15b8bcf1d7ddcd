import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { lonely, nearestTo, onStage, openStill } from '../support/on-stage.ts';

const { toScreen, scaleOf, picked, pick } = onStage;

describe.skipIf(!inject('browser'))('the stage’s camera', () => {
  const browser = useBrowser({ views: 'all' });

  it('pans by dragging, zooms where the wheel turns, comes closer, and fits again', async () => {
    const page = await openStill(browser);
    const fitted = await scaleOf(page);
    const before = await toScreen(page, lessonPoints[lonely]);
    const box = (await page.locator('#stage').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 5 });
    await page.mouse.up();
    const panned = await toScreen(page, lessonPoints[lonely]);
    expect(panned.x - before.x).toBeCloseTo(60, 0);
    expect(panned.y - before.y).toBeCloseTo(40, 0);
    expect(await picked(page)).toBe(null);

    await page.mouse.move(panned.x, panned.y);
    await page.mouse.wheel(0, -300);
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(fitted * 1.2);
    const zoomed = await toScreen(page, lessonPoints[lonely]);
    expect(zoomed.x).toBeCloseTo(panned.x, 0);
    expect(zoomed.y).toBeCloseTo(panned.y, 0);

    const fit = page.getByRole('button', { name: /^Fit everything/ });
    await fit.click();
    await expect.poll(() => toScreen(page, lessonPoints[lonely])).toEqual(before);
    await pick(page, lonely);
    const closer = page.getByRole('button', { name: 'Look closer' });
    await closer.click();
    await expect.poll(() => scaleOf(page)).toBeGreaterThan(3 * fitted);
    await closer.waitFor({ state: 'hidden' });
    await fit.click();
    await expect.poll(() => scaleOf(page)).toBe(fitted);
  });

  it('pans, zooms, picks and moves on by keys alone', async () => {
    const page = await openStill(browser);
    const before = await scaleOf(page);
    const first = await toScreen(page, lessonPoints[lonely]);
    await page.locator('#stage').focus();
    await page.keyboard.press('ArrowRight');
    expect((await toScreen(page, lessonPoints[lonely])).x).toBeLessThan(first.x);
    await page.keyboard.press('+');
    expect(await scaleOf(page)).toBeGreaterThan(before);

    const { x, y } = await page.evaluate(() => {
      const { camera } = window.meanfield!.session.stage;
      return camera.toWorld(camera.width / 2, camera.height / 2);
    });
    await page.keyboard.press('Enter');
    const row = await picked(page);
    expect(row).toBe(nearestTo({ x, y }).row);
    await page.keyboard.press('Shift+ArrowRight');
    const next = await picked(page);
    expect(lessonPoints[next!].x).toBeGreaterThan(lessonPoints[row!].x);
    await page.keyboard.press('Escape');
    expect(await picked(page)).toBe(null);
  });
});
