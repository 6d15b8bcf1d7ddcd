import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { lessonPoints } from '../support/lesson-points.ts';
import { lonely, nearestTo, onStage, openStill } from '../support/on-stage.ts';

const { toScreen, scaleOf, picked, hovered, pick } = onStage;

describe.skipIf(!inject('browser'))('looking at points', () => {
  const browser = useBrowser();

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
});
