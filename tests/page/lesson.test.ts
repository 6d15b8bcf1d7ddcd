import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import {
  heading,
  isDone,
  isOpen,
  isReady,
  playing,
  press,
  step,
  subjects,
  turnTo,
  type,
} from '../support/lesson-acts.ts';

/** Lines in the accent's colour are then in one that nothing else of the picture has. */
function accentIsGreen(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':root { --accent: #00ff00 !important; }');
  document.adoptedStyleSheets = [sheet];
}

const greenPixels = (page: Page) =>
  page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    const picture = window.meanfield!.session.stage.picture(1);
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [picture.width, picture.height];
    const pen = copy.getContext('2d')!;
    pen.drawImage(picture, 0, 0);
    const { data } = pen.getImageData(0, 0, copy.width, copy.height);
    let green = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 1] > Math.max(data[i], data[i + 2]) + 60) green += 1;
    }
    return green;
  });

describe.skipIf(!inject('browser'))('the lesson', () => {
  const browser = useBrowser();

  it('begins without touching the scene; its question is answered by stepping back', async () => {
    const page = await browser.open();
    await isReady(page, 'welcome');
    await page.locator('#status', { hasText: 'converged at step 6, 6 clusters' }).waitFor();
    // After the eight of the matrix product.
    expect((await page.locator('.lesson-paging .count').textContent())?.trim()).toBe('9 of 27');
    expect(await subjects(page)).toEqual(['transport']);
    await isOpen(page);
    await press(page, 'Step back');
    await isDone(page);
    await expect.poll(() => page.locator('#lesson [role=status]').textContent()).toContain('Done.');
  });

  it('sets each page’s state up, has its subject beside it, and sees what was done', async () => {
    const page = await browser.open();
    await turnTo(page, 'synthetic-centroids');
    expect(await page.getByRole('link', { name: '37:05' }).getAttribute('href')).toContain(
      'course.fast.ai',
    );
    expect(await step(page)).toBe(0);
    expect(await subjects(page)).toEqual(['parameter spread']);
    await isOpen(page);
    await type(page, 'spread', '15');
    await isDone(page);

    // The next page takes the lesson's own data back, which enters the scene again.
    await page.getByLabel('Next page').click();
    await isReady(page, 'the-algorithm');
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
    expect(await subjects(page)).toEqual(['transport']);
    for (let phase = 0; phase < 4; phase++) await press(page, 'Next phase');
    await isOpen(page);
    await press(page, 'Next phase');
    await isDone(page);

    await turnTo(page, 'gaussian-kernels');
    expect(await subjects(page)).toEqual(['chart kernel', 'parameter kernel']);
    // Set for the eye, and as MathML for screen readers.
    await page.locator('.display-formula math').waitFor({ state: 'attached' });
    await isOpen(page);
    await page.locator('.lesson-slot [data-parameter=kernel] select').selectOption('triangular');
    await isDone(page);
  });

  it('asks for a guess first, rests until it is made, and says what became of it', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0' });
    await turnTo(page, 'too-small');
    expect(await heading(page).textContent()).toBe('Guess first');
    const group = page.getByRole('group', { name: /what does the error of the slope do/ });
    expect(await group.getByRole('button').count()).toBe(3);
    expect(await playing(page)).toBe(false);
    expect(await step(page)).toBe(20);
    // By the keyboard alone; the focus goes where the way on is read.
    await group.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    expect(
      await page.evaluate(() => document.activeElement?.classList.contains('lesson-question')),
    ).toBe(true);
    await isDone(page);
    const said = await page.locator('.lesson-question .answer').textContent();
    expect(said).toContain('You guessed “falls to 0”');
    // What holds in every case is 26 halvings later at the latest: half of the digits are gone twice.
    expect(await step(page)).toBeGreaterThan(30);

    // The thing can be done without a guess, too: nothing is locked.
    await turnTo(page, 'wheels');
    await page.getByLabel('How many times as fast as u turns y').selectOption('× 3');
    await page.getByRole('slider', { name: 'turn x' }).focus();
    await page.keyboard.press('End');
    await isDone(page);
    expect(await page.locator('.lesson-question .guessed').count()).toBe(0);
  });

  it('goes on to the next scene and back again, and Back returns', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    await turnTo(page, 'the-ladder');
    await page.waitForFunction(() => location.hash.includes('page=the-ladder'));
    await page.getByRole('button', { name: 'Next: Mean shift — What you see' }).click();
    await page.locator('#status').filter({ hasText: 'points' }).waitFor();
    await isReady(page, 'welcome');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lesson-title');
    await page.waitForFunction(() => location.hash.includes('scene=meanshift'));
    // Its first page's way back is the last page of the scene before, set up as it begins.
    await page.getByLabel('Previous page').click();
    await isReady(page, 'the-ladder');
    expect(
      await page.evaluate(() => {
        const { scene, values } = window.meanfield!.session;
        return [scene.name, values.preset, values.method];
      }),
    ).toEqual(['matmul', 'lesson', 'gpu-best']);
    await page.waitForFunction(() => location.hash.includes('scene=matmul'));
    await page.goBack();
    await page.locator('#status').filter({ hasText: 'points' }).waitFor();
    await isReady(page, 'welcome');
    await page.goBack();
    await isReady(page, 'the-ladder');
  });

  it('lists all pages of all scenes, keeps what was done, and forgets it when it is told to', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    await turnTo(page, 'one-cell-each');
    await type(page, 'm', '20');
    await isDone(page);
    await page.reload();
    await page.locator('#lesson[data-ready]').waitFor();
    const contents = page.getByRole('dialog', { name: 'Contents' });
    await page.getByRole('button', { name: /^Contents: page/ }).click();
    const entries = contents.getByRole('listitem');
    expect(await entries.count()).toBe(27);
    expect(await entries.filter({ hasText: 'done' }).allTextContents()).toEqual([
      expect.stringContaining('One cell each'),
    ]);
    await contents.getByRole('button', { name: 'Forget it' }).click();
    expect(await entries.filter({ hasText: 'done' }).count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('meanfield-done'))).toBe(null);
    // A way to any page of any scene, which is entered for it.
    await contents.getByRole('button', { name: 'A slope at every x' }).click();
    await isReady(page, 'the-derivative-as-a-curve');
    expect(await page.evaluate(() => window.meanfield?.session.values.preset)).toBe('sin x');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('points out what it speaks of, and not by a ring, which focus and errors have', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const look = () =>
      page.locator('#transport').evaluate((it) => {
        const { outlineStyle, boxShadow, backgroundImage, borderColor } = getComputedStyle(it);
        return { ring: [outlineStyle, boxShadow, borderColor], backgroundImage };
      });
    await turnTo(page, 'distances');
    expect(await subjects(page)).not.toContain('transport');
    const before = await look();
    await turnTo(page, 'the-algorithm');
    expect(await subjects(page)).toContain('transport');
    const pointedOut = await look();
    expect(pointedOut.ring).toEqual(before.ring);
    expect(pointedOut.backgroundImage).not.toBe(before.backgroundImage);
  });

  it('shows blocks and tiles while it rests', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0', init: accentIsGreen });
    for (const [id, at, phase] of [
      ['one-cell-each', 4, 0],
      ['shared-tiles', 1, 0],
    ] as const) {
      await turnTo(page, id);
      expect(
        await page.evaluate(() => {
          const { world, player } = window.meanfield!.session;
          return [world.step, player.phase, player.playing];
        }),
      ).toEqual([at, phase, false]);
      // As many pixels as a few lines have.
      expect(await greenPixels(page), id).toBeGreaterThan(300);
    }
  });

  it('outlines the row and the column that a picked cell of C is made of', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0', init: accentIsGreen });
    expect(await greenPixels(page)).toBe(0);
    const pick = (row: number) => page.evaluate((row) => window.meanfield!.session.pick(row), row);
    // A (3, 3), B (3, 3), then C: row 1, column 0.
    await pick(18 + 3);
    expect(await greenPixels(page)).toBeGreaterThan(300);
    await page.locator('#stage').getByText('row 1 of A times column 0 of B').waitFor();
    await pick(0);
    expect(await greenPixels(page)).toBe(0);
  });
});
