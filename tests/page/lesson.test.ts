import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { quick, useBrowser } from '../support/browser.ts';

/** Turns to a page and waits until it has set its state up. */
async function turnTo(page: Page, id: string): Promise<void> {
  await page.getByLabel('Page', { exact: true }).selectOption(id);
  await page.locator(`#lesson[data-ready="${id}"]`).waitFor();
}

const isDone = (page: Page) => page.locator('.lesson-question.done').waitFor();
const isOpen = (page: Page) =>
  expect.poll(() => page.locator('.lesson-question h3').textContent()).toBe('Try it');
const press = (page: Page, name: string) =>
  page.locator('#transport').getByRole('button', { name, exact: true }).click();

async function type(page: Page, parameter: string, value: string): Promise<void> {
  const field = page.locator(`[data-parameter=${parameter}] input`);
  await field.fill(value);
  await field.press('Enter');
}

const step = (page: Page) => page.evaluate(() => window.meanfield?.session.world.step);
const ringed = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.lesson-subject')].map(
      ({ id, dataset }) => dataset.parameter ?? dataset.chart ?? id,
    ),
  );

describe.skipIf(!inject('browser'))('the lesson', () => {
  const browser = useBrowser();

  it('begins without touching the scene; its question is answered by stepping back', async () => {
    const page = await browser.open();
    await page.locator('#lesson[data-ready=welcome]').waitFor();
    await page.locator('#status', { hasText: 'converged at step 6, 6 clusters' }).waitFor();
    expect(await page.locator('.lesson-paging .count').textContent()).toBe('page 1 of 10');
    expect(await ringed(page)).toEqual(['stage']);
    await isOpen(page);
    await press(page, 'Step back');
    await isDone(page);
    await expect.poll(() => page.locator('#lesson [role=status]').textContent()).toContain('Done.');
  });

  it('sets each page’s state up, rings its subject, and sees what was done', async () => {
    const page = await browser.open();
    await turnTo(page, 'synthetic-centroids');
    expect(await page.getByRole('link', { name: '37:05' }).getAttribute('href')).toContain(
      'course.fast.ai',
    );
    expect(await step(page)).toBe(0);
    expect(await ringed(page)).toEqual(['spread']);
    await isOpen(page);
    await type(page, 'spread', '15');
    await isDone(page);

    // The next page takes the lesson's own data back, which enters the scene again.
    await page.getByLabel('Next page').click();
    await page.locator('#lesson[data-ready=the-algorithm]').waitFor();
    const opening = await page.evaluate(() => {
      const { values, world, picked, player } = window.meanfield?.session ?? {};
      return {
        spread: values?.spread,
        step: world?.step,
        picked,
        byPhase: player?.byPhase,
        playing: player?.playing,
      };
    });
    expect(opening).toEqual({ spread: 5, step: 0, picked: 0, byPhase: true, playing: false });
    expect(await ringed(page)).toEqual(['transport']);
    for (let phase = 0; phase < 4; phase++) await press(page, 'Next phase');
    await isOpen(page);
    await press(page, 'Next phase');
    await isDone(page);

    await turnTo(page, 'gaussian-kernels');
    expect(await ringed(page)).toEqual(['kernel']);
    // Set for the eye, and as MathML for screen readers.
    await page.locator('.display-formula math').waitFor({ state: 'attached' });
    await isOpen(page);
    await page.locator('[data-parameter=kernel] select').selectOption('triangular');
    await isDone(page);

    await turnTo(page, 'distances');
    await isOpen(page);
    await page.evaluate(() => window.meanfield?.session.pick(7));
    await isDone(page);
  });

  it('knows when four clusters are left, and not before', async () => {
    const page = await browser.open(quick);
    await turnTo(page, 'weighted-average');
    expect(await ringed(page)).toEqual(['bandwidth']);
    await page.locator('#status', { hasText: 'converged' }).waitFor();
    // Six are left at 2.5.
    await isOpen(page);
    await press(page, 'Reset');
    // 60 sweeps at bandwidth 5 leave 4, as measured outside of this project.
    await type(page, 'bandwidth', '5');
    // As fast as the steps go, not as fast as they are shown.
    await page.evaluate(() => window.meanfield?.session.goToStep(100));
    await page.locator('#status', { hasText: /converged.* 4 clusters/ }).waitFor();
    await isDone(page);

    // A page's answer stays given, whatever is done or read meanwhile.
    await turnTo(page, 'animation');
    for (let i = 1; i <= 4; i++) {
      await isOpen(page);
      await press(page, 'Step');
      await expect.poll(() => step(page)).toBe(i);
      // The step is counted before it is remembered, and a press meanwhile is not taken.
      await page.evaluate(() => window.meanfield?.session.settled());
    }
    await isDone(page);
    await turnTo(page, 'weighted-average');
    await isDone(page);
    await page.getByRole('button', { name: 'Set up again' }).click();
    await expect
      .poll(() => page.evaluate(() => window.meanfield?.session.values.bandwidth))
      .toBe(2.5);
    await isDone(page);
  });

  it('never locks free play: any control acts while a page is open', async () => {
    const page = await browser.open(quick);
    await turnTo(page, 'batches');
    await type(page, 'bandwidth', '4');
    await page.locator('[data-parameter=kernel] select').selectOption('triangular');
    await type(page, 'seed', '7');
    await expect
      .poll(() => page.evaluate(() => window.meanfield?.session.values))
      .toMatchObject({ bandwidth: 4, kernel: 'triangular', seed: 7 });
    await isOpen(page);
    await page.getByRole('button', { name: 'Set up again' }).click();
    await expect
      .poll(() => page.evaluate(() => window.meanfield?.session.values))
      .toMatchObject({ bandwidth: 2.5, kernel: 'gaussian', seed: 42 });
    await page.locator('#lesson[data-ready=batches]').waitFor();
    await type(page, 'batch', '1');
    await isOpen(page);
    await press(page, 'Step');
    await isDone(page);
  });

  it('shows both updates side by side: cubic beats linear', async () => {
    const page = await browser.open(quick);
    await turnTo(page, 'in-place');
    expect(await ringed(page)).toEqual(['batch']);
    const rows = page.locator('.two-updates tbody tr');
    await rows.first().waitFor();
    for (let sweep = 1; sweep <= 5; sweep++) {
      await page.getByRole('button', { name: 'One sweep' }).click();
      await rows.nth(sweep).waitFor({ timeout: 60_000 });
    }
    await isDone(page);
    const cells = await rows.last().locator('td').allTextContents();
    const [inPlace, , atOnce] = cells.map((text) => {
      const [, digits, power] = /^\s*([\d.]+)(?: × 10⁻(\S))?/.exec(text) ?? [];
      return Number(digits) * 10 ** -(power ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(power) : 0);
    });
    // After five sweeps, by the theory: a tenth in a sweep against the cube.
    expect(inPlace).toBeGreaterThan(1e-4);
    expect(inPlace).toBeLessThan(0.1);
    expect(atOnce).toBeLessThan(1e-4);
    // Within a sweep the two figures are on the same points as the stage, which stays as it was.
    expect(await step(page)).toBe(0);
  });

  it('tells by the rule of broadcasting what fits', async () => {
    const page = await browser.open(quick);
    await turnTo(page, 'broadcasting');
    expect(await ringed(page)).toEqual(['code']);
    const verdict = page.locator('.broadcast .verdict');
    expect(await verdict.textContent()).toContain('(5, 1500, 2)');
    await page.getByLabel('How X is indexed', { exact: true }).selectOption('X');
    await page.getByLabel('How x is indexed', { exact: true }).selectOption('x');
    // (1500, 2) and (5, 2).
    await expect.poll(() => verdict.textContent()).toContain('1500 against 5');
    await isOpen(page);
    await page.getByLabel('How X is indexed', { exact: true }).selectOption('X[:, None]');
    await expect.poll(() => verdict.textContent()).toContain('(1500, 5, 2)');
    await isDone(page);
  });

  it('pulses only for those who do not ask for less motion', async () => {
    for (const [reducedMotion, name] of [
      ['reduce', 'none'],
      ['no-preference', 'lesson-subject'],
    ] as const) {
      const page = await browser.open({ reducedMotion, pulses: true });
      await turnTo(page, 'batches');
      const ring = page.locator('.lesson-subject');
      expect(await ring.evaluate((it) => getComputedStyle(it).animationName)).toBe(name);
      expect(await ring.evaluate((it) => getComputedStyle(it).outlineStyle)).toBe('solid');
    }
  });
});
