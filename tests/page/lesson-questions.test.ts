import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import {
  guess,
  heading,
  isDone,
  isOpen,
  isReady,
  press,
  step,
  subjects,
  turnTo,
  type,
} from '../support/lesson-acts.ts';

describe.skipIf(!inject('browser'))('a page of the lesson', () => {
  const browser = useBrowser();

  it('knows when four clusters are left, and not before', async () => {
    const page = await browser.open();
    await turnTo(page, 'weighted-average');
    expect(await subjects(page)).toEqual(['parameter bandwidth']);
    await press(page, 'Play');
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
    const page = await browser.open();
    await turnTo(page, 'batches');
    await page.getByRole('button', { name: 'Controls', exact: true }).click();
    await type(page, 'bandwidth', '4', '#panel');
    await page.locator('#panel [data-parameter=kernel] select').selectOption('triangular');
    await type(page, 'seed', '7', '#panel');
    await expect
      .poll(() => page.evaluate(() => window.meanfield?.session.values))
      .toMatchObject({ bandwidth: 4, kernel: 'triangular', seed: 7 });
    expect(await heading(page).textContent()).toBe('Guess first');
    await page.getByRole('button', { name: 'Set up again' }).click();
    await expect
      .poll(() => page.evaluate(() => window.meanfield?.session.values))
      .toMatchObject({ bandwidth: 2.5, kernel: 'gaussian', seed: 42 });
    await isReady(page, 'batches');
    await guess(page, 'longer');
    await type(page, 'batch', '1');
    await isOpen(page);
    await press(page, 'Step');
    await isDone(page);
    expect(await page.locator('.lesson-question .answer').textContent()).toContain(
      'As you guessed: longer.',
    );
  });

  it('shows both updates side by side: cubic beats linear', async () => {
    const page = await browser.open();
    await turnTo(page, 'in-place');
    await guess(page, 'a tie');
    const [inPlace, atOnce] = [0, 1].map((row) =>
      page.locator('.two-updates tbody tr').nth(row).locator('td'),
    );
    await inPlace.first().waitFor();
    for (let sweep = 1; sweep <= 5; sweep++) {
      await page.getByRole('button', { name: 'One sweep' }).click();
      await inPlace.nth(sweep).waitFor({ timeout: 60_000 });
    }
    await isDone(page);
    const last = async (cells: typeof inPlace) => {
      const text = (await cells.last().textContent()) ?? '';
      const [, digits, power] = /^\s*([\d.]+)(?: × 10⁻(\S))?/.exec(text) ?? [];
      return Number(digits) * 10 ** -(power ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(power) : 0);
    };
    // After five sweeps, by the theory: a tenth in a sweep against the cube.
    expect(await last(inPlace)).toBeGreaterThan(1e-4);
    expect(await last(inPlace)).toBeLessThan(0.1);
    expect(await last(atOnce)).toBeLessThan(1e-4);
    // Within a sweep the two figures are on the same points as the stage, which stays as it was.
    expect(await step(page)).toBe(0);
  });

  it('shows each power’s circle, and asks for the diamond', async () => {
    const page = await browser.open();
    await turnTo(page, 'distances');
    await guess(page, 'α = 1');
    const alpha = page.getByRole('slider', { name: 'α' });
    await alpha.focus();
    await page.keyboard.press('End');
    // At infinity the norm is the larger of 0.6 and 0.8.
    expect(await page.locator('.unit-circle figcaption p output').textContent()).toBe('0.800');
    await isOpen(page);
    await page.keyboard.press('Home');
    expect(await page.locator('.unit-circle figcaption p output').textContent()).toBe('1.400');
    await isDone(page);
  });

  it('tells by the rule of broadcasting what fits, in blocks', async () => {
    const page = await browser.open();
    await turnTo(page, 'broadcasting');
    const verdict = page.locator('.broadcast .verdict');
    expect(await verdict.textContent()).toContain('(5, 1500, 2)');
    expect(await page.getByRole('img', { name: /^difference/ }).getAttribute('aria-label')).toBe(
      'difference: axis 0: 5, axis 1: 1,500, axis 2: 2',
    );
    await page.getByLabel('How X is indexed', { exact: true }).selectOption('X');
    await page.getByLabel('How x is indexed', { exact: true }).selectOption('x');
    // (1500, 2) and (5, 2).
    await expect.poll(() => verdict.textContent()).toContain('1500 against 5');
    expect(await page.getByRole('img', { name: /^difference/ }).count()).toBe(0);
    await isOpen(page);
    await page.getByLabel('How X is indexed', { exact: true }).selectOption('X[:, None]');
    await expect.poll(() => verdict.textContent()).toContain('(1500, 5, 2)');
    await isDone(page);
    // From one figure to another, and back: each is drawn on a stage of its own.
    await turnTo(page, 'in-place');
    await page.locator('.two-updates').waitFor();
    await turnTo(page, 'broadcasting');
    await verdict.waitFor();
  });
});
