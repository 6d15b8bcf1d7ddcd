import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { exactMeanShift } from '../../src/gpu/meanshift/exact.ts';
import { phases } from '../../src/scenes/meanshift/sim/phases.ts';
import { useBrowser } from '../support/browser.ts';

const lines = (page: Page) => page.locator('.code-pane .line code').allTextContents();
const marked = (page: Page) => page.locator('.code-pane .line.now code').allTextContents();
const stripped = (text: string) => text.replace(/^ +/, '');

/** Stands at step 0, phase by phase. */
async function byPhase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { session } = window.meanfield ?? {};
    session?.player.goTo(0);
    await session?.settled();
    if (!session) return;
    session.player.byPhase = true;
    // The move is shown while it lasts, and a slow machine has few frames to see it in.
    session.player.speed = 0.25;
  });
}

describe.skipIf(!inject('browser'))('the code pane', () => {
  const browser = useBrowser({ views: 'all' });

  it('shows the very WGSL that runs, and the TypeScript of the CPU, and says which runs', async () => {
    const page = await browser.open();
    await page.getByRole('tab', { name: 'WGSL' }).click();
    const shown = await lines(page);
    expect(shown).toEqual(exactMeanShift.wgsl.trimEnd().split('\n'));
    const body = readFileSync('src/gpu/meanshift/exact.wgsl', 'utf8');
    expect(shown.join('\n')).toContain(body.slice(body.indexOf('fn main')).trimEnd());
    expect(await page.locator('.code-pane .note').textContent()).toContain('runs now');
    await page.getByRole('tab', { name: 'TypeScript' }).click();
    const source = readFileSync('src/gpu/meanshift/exact.ts', 'utf8');
    expect(source).toContain((await lines(page)).join('\n'));
    expect(await page.locator('.code-pane .note').textContent()).toContain('Not running');
  });

  it('marks the line of the phase, in every language, and scrolls it into view in the pane alone', async () => {
    const page = await browser.open();
    await byPhase(page);
    expect(await marked(page)).toEqual([]);
    const next = page.getByLabel('Next phase');
    const expected = [
      ['let difference', 'let scaled'],
      ['let w = weight(dot(scaled, scaled));'],
      ['block_weight += w;', 'block_shift +='],
      ['shifted[i] =', 'shifted[count + i] ='],
      ['shifted[i] =', 'shifted[count + i] ='],
    ];
    await page.getByRole('tab', { name: 'WGSL' }).click();
    for (const [i, beginnings] of expected.entries()) {
      await next.click();
      // Dividing and moving are the same two lines of WGSL, and the move comes once it is computed.
      await page.locator(`.code-text[data-phase="${phases[i].name}"]`).waitFor();
      await expect
        .poll(async () =>
          (await marked(page)).map(
            (line, at) => beginnings[at] && stripped(line).startsWith(beginnings[at]),
          ),
        )
        .toEqual(beginnings.map(() => true));
      const isSeen = await page.evaluate(() => {
        const pane = document.querySelector('.code-text')?.getBoundingClientRect();
        const line = document.querySelector('.line.now')?.getBoundingClientRect();
        return pane && line && line.top >= pane.top && line.bottom <= pane.bottom;
      });
      expect(isSeen).toBe(true);
    }
    expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
    await page.getByRole('tab', { name: 'Python' }).click();
    await page.getByLabel('Phase back').click();
    await expect.poll(() => marked(page)).toEqual([expect.stringContaining('mean = total /')]);
  });

  it('is a tablist by keyboard, in colours', async () => {
    const page = await browser.open();
    await page.getByRole('tab', { name: 'Python' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[role=tab]:focus').textContent()).toContain('TypeScript');
    await page.keyboard.press('End');
    expect(await page.locator('[role=tab][aria-selected=true]').textContent()).toContain('WGSL');
    await page.keyboard.press('Home');
    expect(await page.locator('[role=tab]:focus').textContent()).toContain('Python');
    await page.locator('.token-keyword', { hasText: 'def' }).first().waitFor();
  });
});
