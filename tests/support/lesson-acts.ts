import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const isReady = (page: Page, id: string) =>
  page.locator(`#lesson[data-ready="${id}"]`).waitFor();

/** Turns to a page and waits until it has set its state up. */
export async function turnTo(page: Page, id: string): Promise<void> {
  await page.getByLabel('Page', { exact: true }).selectOption(id);
  await isReady(page, id);
}

export const isDone = (page: Page) => page.locator('.lesson-question.done').waitFor();
export const heading = (page: Page) => page.locator('.lesson-question h3');
export const isOpen = (page: Page) => expect.poll(() => heading(page).textContent()).toBe('Try it');
export const press = (page: Page, name: string) =>
  page.locator('#transport').getByRole('button', { name, exact: true }).click();
export const guess = (page: Page, choice: string) =>
  page.locator('.choices').getByRole('button', { name: choice, exact: true }).click();

export async function type(page: Page, parameter: string, value: string, where = '.lesson-slot') {
  const field = page.locator(`${where} [data-parameter=${parameter}] input`);
  await field.fill(value);
  await field.press('Enter');
}

export const step = (page: Page) => page.evaluate(() => window.meanfield?.session.world.step);
export const playing = (page: Page) =>
  page.evaluate(() => window.meanfield?.session.player.playing);

/** What stands beside the text, and what is pointed out where it stands anyway. */
export const subjects = (page: Page) =>
  page.evaluate(() => {
    const beside = ':is([data-parameter], [data-chart], [data-tool], .code-pane)';
    const found = document.querySelectorAll<HTMLElement>(`.lesson-slot ${beside}, .spoken-of`);
    const names = [...found].map(({ id, dataset }) => {
      if (dataset.parameter) return `parameter ${dataset.parameter}`;
      if (dataset.chart) return `chart ${dataset.chart}`;
      return dataset.tool ? `tool ${dataset.tool}` : id || 'code';
    });
    // A row of the panel is named in its parts, too.
    return [...new Set(names)];
  });
