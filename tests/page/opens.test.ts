import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { freezeClock, passTime } from '../support/frozen-clock.ts';

const now = (page: Page) =>
  page.evaluate(() => {
    const { opening, player, world } = window.meanfield!.session;
    return { opens: opening.isUnderWay, plays: player.playing, step: world.step };
  });

const resting = { opens: false, plays: false, step: 0 };
const opens = { opens: true, plays: false, step: 0 };

/** What people do that is a press, each in one way. */
const presses: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the pointer on the picture': (page) =>
    page.locator('#stage').click({ position: { x: 9, y: 9 } }),
  'the pointer elsewhere': (page) => page.locator('h1').click(),
  'a key': (page) => page.keyboard.press('Tab'),
  'the wheel': (page) => page.mouse.wheel(0, 40),
  'a finger': (page) => page.touchscreen.tap(600, 300),
};

describe.skipIf(!inject('browser'))('a scene that opens', () => {
  const browser = useBrowser();

  it('rests with a sentence, shows how long on the play button, and plays by itself', async () => {
    const page = await browser.open({ hash: '#v=1', init: freezeClock });
    const button = page.getByRole('button', { name: 'Play (begins by itself)' });
    const sentence = page.getByText('1,500 points; each will move to the weighted mean');
    await button.waitFor();
    await sentence.waitFor();
    const passed = () =>
      button.evaluate((it) => Number(getComputedStyle(it).getPropertyValue('--passed')));
    expect(await passed()).toBe(0);
    // It is about to play: its address says no step.
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#v=1&scene=meanshift');
    await passTime(page, 1000);
    expect(await passed()).toBeCloseTo(0.5, 2);
    // A pointer that only moves presses nothing, and a key that does nothing alone neither.
    await page.mouse.move(500, 400);
    await page.mouse.move(700, 300);
    await page.keyboard.press('Shift');
    await passTime(page, 900);
    expect(await now(page)).toEqual(opens);
    await passTime(page, 200);
    expect(await now(page)).toMatchObject({ opens: false, plays: true });
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await expect
      .poll(async () => {
        await passTime(page, 600);
        return (await now(page)).step;
      })
      .toBeGreaterThan(0);
    expect(await sentence.count()).toBe(0);
  });

  it('neither plays nor uses up its rest while the page is hidden', async () => {
    const page = await browser.open({ hash: '#v=1', init: freezeClock });
    await expect.poll(() => now(page)).toEqual(opens);
    await passTime(page, 400);
    // A hidden page gets no frames: the next one comes an hour later.
    await page.evaluate(async () => {
      window.frameTime = (window.frameTime ?? 0) + 3_600_000;
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    });
    expect(await now(page)).toEqual(opens);
    await passTime(page, 1000);
    expect(await now(page)).toEqual(opens);
    await passTime(page, 600);
    expect(await now(page)).toMatchObject({ opens: false, plays: true });
  });

  it('is left at rest by any press before that', async () => {
    const page = await browser.open({ hash: '#v=1', init: freezeClock, hasTouch: true });
    const tabs = page.locator('#scenes button');
    for (const [i, [, press]] of Object.entries(presses).entries()) {
      const tab = tabs.nth(i % (await tabs.count()));
      if ((await tab.getAttribute('aria-current')) !== 'page') await tab.click();
      await expect.poll(() => now(page)).toEqual(opens);
      await page.mouse.move(700, 300);
      await passTime(page, 1000);
      expect(await now(page)).toEqual(opens);
      await press(page);
      expect(await now(page)).toEqual(resting);
      await passTime(page, 2600);
      expect(await now(page)).toEqual(resting);
      expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1);
    }
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('step=0');
  });

  it('opens anew with other data, but plays on where it played', async () => {
    const page = await browser.open({ hash: '#v=1', init: freezeClock });
    const draw = (seed: number) =>
      page.evaluate(async (seed) => {
        const { session } = window.meanfield!;
        session.setValues({ seed });
        await session.settled();
      }, seed);
    await page.keyboard.press('Tab');
    expect(await now(page)).toEqual(resting);
    await draw(7);
    expect(await now(page)).toEqual(opens);
    await page.getByRole('button', { name: 'Play' }).click();
    expect(await now(page)).toMatchObject({ opens: false, plays: true });
    await draw(8);
    expect(await now(page)).toMatchObject({ opens: false, plays: true });
  });

  it.each([
    ['a link that says a step', '#v=1&step=0', {}],
    ['a lesson page that begins at rest', '#v=1&page=distances', {}],
    ['a wish for less motion', '#v=1', { reducedMotion: 'reduce' }],
  ] as const)('stays where it is by %s', async (_, hash, options) => {
    const page = await browser.open({ hash, init: freezeClock, ...options });
    expect(await now(page)).toEqual(resting);
    await passTime(page, 2600);
    expect(await now(page)).toEqual(resting);
  });
});
