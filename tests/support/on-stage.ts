import type { Page } from 'playwright-core';
import type { OpenOptions, OpenPage } from './browser.ts';
import { lessonPoints } from './lesson-points.ts';
import type { Place } from './touch.ts';

/** What is on the stage of an open page, and where. */
export const onStage = {
  /** Where a place of the world is on the screen. */
  toScreen: (page: Page, { x, y }: Place): Promise<Place> =>
    page.evaluate(
      ([worldX, worldY]) => {
        const at = window.meanfield!.session.stage.camera.toScreen(worldX, worldY);
        const box = document.getElementById('stage')!.getBoundingClientRect();
        return { x: box.left + at.x, y: box.top + at.y };
      },
      [x, y],
    ),
  scaleOf: (page: Page) => page.evaluate(() => window.meanfield!.session.stage.camera.scale),
  picked: (page: Page) => page.evaluate(() => window.meanfield!.session.picked),
  hovered: (page: Page) => page.evaluate(() => window.meanfield!.session.hovered),
  pick: (page: Page, row: number | null) =>
    page.evaluate((wanted) => window.meanfield!.session.pick(wanted), row),
  bandwidth: (page: Page) =>
    page.evaluate(() => Number(window.meanfield!.session.values.bandwidth)),
  positionOf: (page: Page, row: number): Promise<Place> =>
    page.evaluate((wanted) => window.meanfield!.session.view.place(wanted)!, row),
};

/** A point of the lesson's at the edge of its cluster, with room around it. */
export const lonely = 1;

/** The lesson's point nearest to a place, by the plain definition. */
export function nearestTo({ x, y }: Place): { row: number; distance: number } {
  const distances = lessonPoints.map((point) => Math.hypot(point.x - x, point.y - y));
  const distance = Math.min(...distances);
  return { row: distances.indexOf(distance), distance };
}

/** Opens the page, paused at step 0: the points lie where the lesson's do. */
export const openStill = (browser: OpenPage, options: OpenOptions = {}): Promise<Page> =>
  browser.open({ hash: '#v=1&step=0', ...options });
