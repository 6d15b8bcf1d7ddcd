import type { Page } from 'playwright-core';
import { describe, expect, inject, it, vi } from 'vitest';
import { sceneContents, sceneNames } from '../../src/scenes/registry.ts';
import type { LessonPage } from '../../src/view/lesson-page.ts';
import { useBrowser } from '../support/browser.ts';
import { freezeClock } from '../support/frozen-clock.ts';
import { playing, subjects, turnTo } from '../support/lesson-acts.ts';
import { handOn, lessonDoings } from '../support/lesson-doings.ts';
import { measureBoxes } from '../support/page-boxes.ts';

// pixi asks which browser it is in; nothing is drawn on this side.
vi.hoisted(() => vi.stubGlobal('navigator', { userAgent: '' }));

const lessons = import.meta.glob<{ lesson: readonly LessonPage[] }>(
  '../../src/scenes/*/lesson/lesson.ts',
  { eager: true },
);
const lessonOf = (scene: string) => lessons[`../../src/scenes/${scene}/lesson/lesson.ts`].lesson;

/** Seconds of doing that a question may take, on the slowest machine there is. */
const mostSeconds = 20;
const wide = { width: 1280, height: 800 };
/** Phones upright and on their side, a frame, a projector; the last is the one to answer at. */
const sizes = [
  [1024, 768],
  [360, 640],
  [390, 844],
  [600, 400],
  [844, 390],
  [1280, 800],
] as const;

/** Two frames later every size has been followed. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/**
 * Answers the open page’s question.
 *
 * @returns the seconds that a person needs: a second a press, and what plays meanwhile at the page's speed
 */
async function answer(page: Page, scene: string, id: string): Promise<number> {
  const doing = lessonDoings[scene]?.[id];
  if (!doing) throw new Error(`nobody said how ${scene}/${id} is answered`);
  const hand = handOn(page);
  const isDone = () => page.locator('.lesson-question.done').count();
  // No time has passed since it was turned to.
  expect.soft(await isDone(), `${id} asks`).toBe(0);
  const choices = page.locator('.lesson-question .choices button');
  if ((await choices.count()) > 0) {
    expect.soft(await playing(page), `${id} rests until the guess`).toBe(false);
    await choices.first().click();
    expect.soft(await isDone(), `${id} is not done by a guess`).toBe(0);
  }
  // The way to the page is over before anyone points at something.
  await hand.watch(0.8);
  await doing(hand);
  await hand.watchUntil(() => document.querySelector('.lesson-question.done') !== null);
  return hand.seconds;
}

describe.skipIf(!inject('browser'))('all pages of the lesson', () => {
  const browser = useBrowser();

  it.each(sceneNames)('are seen whole, and answered within 20 seconds (%s)', async (scene) => {
    const hash = `#v=1&scene=${scene}&step=4`;
    const page = await browser.open({ hash, viewport: wide, init: freezeClock });
    await page.locator('#lesson[data-ready]').waitFor();
    for (const { id } of sceneContents(scene)) {
      if (id !== 'welcome') await turnTo(page, id);
      const { subject, besides = [] } = lessonOf(scene).find((it) => it.id === id)!;
      expect.soft((await subjects(page)).sort(), id).toEqual([subject, ...besides].sort());
      for (const [width, height] of sizes) {
        await resize(page, { width, height });
        const boxes = await measureBoxes(page);
        const where = `${id} at ${width}×${height}`;
        expect.soft(boxes.cut, `cut on ${where}`).toEqual([]);
        expect.soft(boxes.overTransport, `over the transport on ${where}`).toEqual([]);
        expect.soft(boxes.picturePart, `the picture on ${where}`).toBeGreaterThanOrEqual(0.5);
        expect.soft(boxes.overDrawing, `over the drawing on ${where}`).toEqual([]);
        expect.soft(boxes.controlIsSeen, `the control on ${where}`).toBe(true);
        const [seen, lines] = boxes.textLines;
        const fewest = height < 700 && width < 400 ? 3 : 4;
        expect.soft(seen, `lines on ${where}`).toBeGreaterThanOrEqual(Math.min(fewest, lines));
        if (width > 900) {
          expect.soft(boxes.besideOutside, `beside, outside on ${where}`).toEqual([]);
          expect.soft(boxes.covered, `under the question on ${where}`).toEqual([]);
        }
        expect.soft(boxes.outside, `outside on ${where}`).toEqual([]);
        if (width === wide.width) {
          expect.soft(boxes.storyFits, `the story fits on ${where}`).toBe(true);
          expect.soft(boxes.stageWidth, `the stage on ${where}`).toBeGreaterThanOrEqual(700);
        }
      }
      const seconds = await answer(page, scene, id);
      expect.soft(seconds, `seconds of doing on ${id}`).toBeLessThanOrEqual(mostSeconds);
      // Where the question stood, its answer stands.
      const { outside, besideOutside, storyFits } = await measureBoxes(page);
      expect.soft([...outside, ...besideOutside], `outside on ${id}, answered`).toEqual([]);
      expect.soft(storyFits, `the story fits on ${id}, answered`).toBe(true);
    }
  });

  it('leave the picture half of every window, and most of it without the story', async () => {
    const page = await browser.open({ hash: '#v=1&step=0', viewport: wide });
    await page.locator('#lesson[data-ready]').waitFor();
    for (const [width, height] of [
      [360, 640],
      [600, 400],
      [2560, 1440],
    ] as const) {
      await resize(page, { width, height });
      const { picturePart, overTransport } = await measureBoxes(page);
      expect.soft(picturePart, `${width}×${height}`).toBeGreaterThanOrEqual(0.5);
      expect.soft(overTransport, `${width}×${height}`).toEqual([]);
    }
    await resize(page, wide);
    await page.getByRole('button', { name: 'Lesson', exact: true }).click();
    await resize(page, wide);
    expect((await measureBoxes(page)).stageWidth).toBeGreaterThanOrEqual(950);
  });
});
