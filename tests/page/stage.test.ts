import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { referenceMean } from '../support/reference-mean-shift.ts';
import { type Place, touch } from '../support/touch.ts';

/** Where a place of the world is on the screen. */
const toScreen = (page: Page, { x, y }: Place): Promise<Place> =>
  page.evaluate(
    ([worldX, worldY]) => {
      const at = window.meanfield!.session.stage.camera.toScreen(worldX, worldY);
      const box = document.getElementById('stage')!.getBoundingClientRect();
      return { x: box.left + at.x, y: box.top + at.y };
    },
    [x, y],
  );

const scaleOf = (page: Page) => page.evaluate(() => window.meanfield!.session.stage.camera.scale);
const picked = (page: Page) => page.evaluate(() => window.meanfield!.session.picked);
const hovered = (page: Page) => page.evaluate(() => window.meanfield!.session.hovered);
const pick = (page: Page, row: number | null) =>
  page.evaluate((wanted) => window.meanfield!.session.pick(wanted), row);
const bandwidth = (page: Page) =>
  page.evaluate(() => Number(window.meanfield!.session.values.bandwidth));
const positionOf = (page: Page, row: number): Promise<Place> =>
  page.evaluate((wanted) => window.meanfield!.session.view.place(wanted)!, row);

/** Opens the page, paused at step 0: the points lie where the lesson's do. */
async function openStill(browser: ReturnType<typeof useBrowser>, options = {}): Promise<Page> {
  const page = await browser.open(options);
  await page.evaluate(async () => {
    const { session } = window.meanfield!;
    session.player.goTo(0);
    await session.settled();
  });
  return page;
}

/** The lesson's point nearest to a place, by the plain definition. */
function nearestTo({ x, y }: Place): { row: number; distance: number } {
  const distances = lessonPoints.map((point) => Math.hypot(point.x - x, point.y - y));
  const distance = Math.min(...distances);
  return { row: distances.indexOf(distance), distance };
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const edgeOf = (page: Page) =>
  page.getByRole('slider', { name: 'bandwidth' }).and(page.locator('.stage-handle'));

describe.skipIf(!inject('browser'))('the stage', () => {
  const browser = useBrowser();
  /** At the edge of its cluster, with room around it. */
  const lonely = 1;

  it('looks at the nearest point within reach of a click, and away from empty ground', async () => {
    const page = await openStill(browser);
    const reach = 14 / (await scaleOf(page));
    const wanted = lessonPoints[lonely];
    const aimed = [
      { x: wanted.x, y: wanted.y },
      { x: 26, y: 31 },
      { x: 29.5, y: 6.2 },
      { x: 5, y: -10 },
    ];
    for (const place of aimed) {
      const { x, y } = await toScreen(page, place);
      const nearest = nearestTo(place);
      const expected = nearest.distance <= reach ? nearest.row : null;
      // What was picked before may lie there until the next frame, which a busy machine is slow to draw.
      await expect
        .poll(async () => {
          await page.mouse.move(x + 1, y);
          await page.mouse.move(x, y);
          return hovered(page);
        })
        .toBe(expected);
      await page.mouse.click(x, y);
      expect(await picked(page)).toBe(expected);
      // Or its halo's handle might lie where the next one is.
      await pick(page, null);
    }
    expect(nearestTo({ x: 5, y: -10 }).distance).toBeGreaterThan(reach);

    await pick(page, lonely);
    const empty = await toScreen(page, { x: 5, y: -10 });
    await page.mouse.click(empty.x, empty.y);
    expect(await picked(page)).toBe(null);

    await pick(page, lonely);
    await page.locator('.stage-caption').getByText('weighted mean').waitFor();
    await expect
      .poll(() => page.locator('#stage').getAttribute('aria-label'))
      .toMatch(/^Mean shift: step 0, 1,500 points; point 2 at /);
  });

  it('finds a moving point where it is shown', async () => {
    const page = await openStill(browser);
    await page.evaluate(async () => {
      const { player, settled } = window.meanfield!.session;
      // So slow that the points have hardly begun to move.
      player.speed = 1e-6;
      player.forward();
      await settled();
      // What is shown is what was drawn last.
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    const start = await toScreen(page, lessonPoints[lonely]);
    await page.mouse.click(start.x, start.y);
    expect(await picked(page)).toBe(lonely);
  });

  it('finds the nearest point under the pointer among 100,000', async () => {
    const page = await openStill(browser);
    await page.evaluate(async () => {
      const { session } = window.meanfield!;
      session.setValues({ clusters: 10, samples: 10_000 });
      await session.settled();
      session.player.goTo(0);
      await session.settled();
    });
    const row = 54_321;
    const place = await page.evaluate((wanted) => {
      const { session } = window.meanfield!;
      const at = session.view.place(wanted)!;
      session.stage.camera.show({ ...at, scale: 1e5 });
      const box = document.getElementById('stage')!.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, row);
    await page.mouse.move(place.x + 2, place.y + 1);
    await expect.poll(() => hovered(page), { timeout: 30_000 }).toBe(row);
  });

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

  it('shows a step phase by phase, with its numbers, and takes phases back', async () => {
    const page = await openStill(browser);
    await page.getByLabel('by phase').check();
    await pick(page, lonely);
    const caption = page.locator('.stage-caption');
    const current = page.locator('.phases [aria-current="step"]');
    const next = page.getByRole('button', { name: 'Next phase' });
    const from = lessonPoints[lonely];
    const distances = lessonPoints.map(({ x, y }) => Math.hypot(x - from.x, y - from.y));
    const weights = distances.map((distance) => Math.exp(-0.5 * (distance / 2.5) ** 2));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const mean = referenceMean(from, lessonPoints, 'gaussian', 2.5);
    const shift = Math.hypot(mean.x - from.x, mean.y - from.y);

    await next.click();
    await current.getByText('distances', { exact: true }).waitFor();
    const labels = page.locator('.stage-label');
    await labels.nth(2).waitFor({ state: 'attached' });
    const known = new Set(distances.map((distance) => Number(distance.toPrecision(3))));
    for (const text of await labels.allTextContents()) expect(known).toContain(Number(text));
    for (const [name, words] of [
      ['weights', `${weights.filter((weight) => weight > 0.01).length} of 1,500`],
      ['weighted sum', `add up to ${Number((shift * sum).toPrecision(3))}`],
      ['divide', `÷ ${Number(sum.toPrecision(3))} = ${Number(shift.toPrecision(3))}`],
    ]) {
      await next.click();
      await current.getByText(name, { exact: true }).waitFor();
      await caption.getByText(words).waitFor();
    }
    expect(await labels.count()).toBe(0);
    await page.getByRole('button', { name: 'Phase back' }).click();
    await current.getByText('weighted sum', { exact: true }).waitFor();
    await next.click();
    await next.click();
    await page.locator('#status').getByText('step 1').waitFor();
  });
});
