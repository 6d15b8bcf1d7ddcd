import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { lonely, onStage, openStill } from '../support/on-stage.ts';
import { referenceMean } from '../support/reference-mean-shift.ts';
import { touch } from '../support/touch.ts';

const { toScreen, scaleOf, picked, pick, bandwidth, positionOf } = onStage;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const edgeOf = (page: Page) =>
  page.getByRole('slider', { name: 'bandwidth' }).and(page.locator('.stage-handle'));

describe.skipIf(!inject('browser'))('the halo on the stage', () => {
  const browser = useBrowser();

  it('turns the bandwidth by the halo’s edge, wherever it is taken, and the motion follows', async () => {
    const page = await openStill(browser);
    await pick(page, lonely);
    const edge = edgeOf(page);
    await edge.waitFor();
    expect(await edge.getAttribute('aria-valuenow')).toBe('2.5');

    const centre = await toScreen(page, lessonPoints[lonely]);
    const scale = await scaleOf(page);
    // Taken by the grip, at its side: what counts is how far it is dragged.
    await page.mouse.move(centre.x + 2.5 * scale + 4, centre.y - 3);
    await page.mouse.down();
    await page.mouse.move(centre.x + 4 * scale + 4, centre.y - 3, { steps: 4 });
    await page.mouse.up();
    expect(await bandwidth(page)).toBeCloseTo(4, 1);
    // Taken elsewhere, by the line itself.
    await page.mouse.move(centre.x, centre.y + 4 * scale);
    await page.mouse.down();
    await page.mouse.move(centre.x, centre.y + 6 * scale, { steps: 4 });
    await page.mouse.up();
    const dragged = await bandwidth(page);
    expect(dragged).toBeCloseTo(6, 1);
    expect(await scaleOf(page)).toBe(scale);
    expect(await picked(page)).toBe(lonely);
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(dragged));
    const field = page.locator('[data-parameter=bandwidth] input');
    await expect.poll(() => field.inputValue().then(Number)).toBeCloseTo(dragged, 2);

    await page.evaluate(async () => {
      const { player, settled } = window.meanfield!.session;
      player.speed = 60;
      player.forward();
      await settled();
    });
    await expect.poll(() => page.evaluate(() => window.meanfield!.session.player.progress)).toBe(1);
    const mean = referenceMean(lessonPoints[lonely], lessonPoints, 'gaussian', dragged);
    const now = await positionOf(page, lonely);
    expect(Math.hypot(now.x - mean.x, now.y - mean.y) / dragged).toBeLessThan(1e-4);
  });

  it('turns the bandwidth by keys on the halo’s edge', async () => {
    const page = await openStill(browser);
    await pick(page, lonely);
    const edge = edgeOf(page);
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    expect(await bandwidth(page)).toBeCloseTo(2.55, 6);
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await bandwidth(page)).toBeCloseTo(2.05, 6);
    await expect.poll(() => edge.getAttribute('aria-valuetext')).toBe('2.05 data units');
  });

  it('picks, drags the halo and pinches by touch on a phone', async () => {
    const page = await openStill(browser, phone);
    const at = await toScreen(page, lessonPoints[lonely]);
    await page.touchscreen.tap(at.x, at.y);
    const row = await picked(page);
    expect(row).not.toBe(null);

    // Near enough that the edge is clear of the point.
    await page.evaluate((wanted) => {
      const { stage, view } = window.meanfield!.session;
      stage.camera.show({ ...view.place(wanted)!, scale: 24 });
    }, row!);
    const centre = await toScreen(page, lessonPoints[row!]);
    const from = { x: centre.x + 2.5 * 24, y: centre.y };
    await edgeOf(page).waitFor();
    await touch(page, [[from, { x: from.x + 48, y: from.y }]]);
    await expect.poll(() => bandwidth(page)).toBeCloseTo(4.5, 1);
    expect(await scaleOf(page)).toBe(24);

    // One finger moves, one stays: that is no tap.
    const above = { x: centre.x, y: centre.y - 20 };
    const below = { x: centre.x, y: centre.y + 20 };
    await touch(page, [
      [above, { x: centre.x, y: centre.y - 60 }],
      [below, below],
    ]);
    await expect.poll(() => scaleOf(page)).toBeCloseTo(48, 0);
    expect(await picked(page)).toBe(row);
  });
});
