import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { exactKernels } from '../../src/gpu/meanshift/exact.ts';
import { phases } from '../../src/scenes/meanshift/sim/phases.ts';
import { useBrowser } from '../support/browser.ts';

const lines = (page: Page) => page.locator('.code-pane .line code').allTextContents();
const marked = (page: Page) => page.locator('.code-pane .line.now code').allTextContents();
const stripped = (text: string) => text.replace(/^ +/, '');

/** Whether the line that runs, or the first of them, is inside its box. */
const isMarkSeen = (page: Page) =>
  page.evaluate(() => {
    const pane = document.querySelector('.code-text')?.getBoundingClientRect();
    const line = document.querySelector('.line.now')?.getBoundingClientRect();
    return pane && line && line.top >= pane.top && line.bottom <= pane.bottom;
  });

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
    const { sums, move } = exactKernels(2);
    expect(shown).toEqual(`${sums(1).wgsl}\n${move.wgsl}`.trimEnd().split('\n'));
    expect(await page.locator('.code-pane .note').textContent()).toContain('runs now');
    await page.getByRole('tab', { name: 'TypeScript' }).click();
    const source = readFileSync('src/gpu/meanshift/sum-differences.ts', 'utf8');
    const [summed] = (await lines(page)).join('\n').split('\n\n/**');
    expect(source).toContain(summed);
    expect(await page.locator('.code-pane .note').textContent()).toContain('Not running');
  });

  it('marks the line of the phase, in every language, and scrolls it into view in the pane alone', async () => {
    const page = await browser.open();
    await byPhase(page);
    expect(await marked(page)).toEqual([]);
    const next = page.getByLabel('Next phase');
    const expected = [
      [
        'let difference0 =',
        'let difference1 =',
        'var squared =',
        'squared = fma(difference0',
        'squared = fma(difference1',
      ],
      ['let w = weight(steepness * squared);'],
      ['block_weight += w;', 'block_shift0 =', 'block_shift1 ='],
      ['let moved0 =', 'let moved1 ='],
      ['positions[0 * count + row] =', 'positions[1 * count + row] ='],
    ];
    await page.getByRole('tab', { name: 'WGSL' }).click();
    for (const [i, beginnings] of expected.entries()) {
      await next.click();
      // The move comes once it is computed.
      await page.locator(`.code-text[data-phase="${phases[i].name}"]`).waitFor();
      await expect
        .poll(async () =>
          (await marked(page)).map(
            (line, at) => beginnings[at] && stripped(line).startsWith(beginnings[at]),
          ),
        )
        .toEqual(beginnings.map(() => true));
      await expect.poll(() => isMarkSeen(page)).toBe(true);
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

  for (const [scene, parameter] of [
    ['meanshift', null],
    ['matmul', 'method'],
    ['derivatives', 'scheme'],
  ] as const) {
    it(`cuts no line, and shows the one that runs (${scene})`, async () => {
      const page = await browser.open({ hash: `#v=1&scene=${scene}&step=1&by-phase=1` });
      await page.locator('.code-pane .line').first().waitFor();
      const choices = parameter
        ? await page
            .locator(`[data-parameter=${parameter}] option`)
            .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
        : [null];
      expect(choices.length).toBeGreaterThan(parameter ? 3 : 0);
      for (const choice of choices) {
        if (parameter && choice !== null)
          await page.locator(`[data-parameter=${parameter}] select`).selectOption(choice);
        await page.evaluate(() => window.meanfield?.session.settled());
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          expect(await cutLines(page), `${choice} ${await tab.textContent()}`).toEqual([]);
        }
        await page.getByLabel('Next phase').click();
        await page.locator('.code-text[data-phase]:not([data-phase=""])').waitFor();
        let marked = 0;
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          if ((await page.locator('.line.now').count()) === 0) continue;
          marked += 1;
          await expect.poll(() => isMarkSeen(page), { message: String(choice) }).toBe(true);
        }
        expect(marked, String(choice)).toBeGreaterThan(0);
      }
    });
  }

  it('goes on below where a line is longer than the pane, further in, and says so', async () => {
    const page = await browser.open();
    await page.getByRole('tab', { name: 'WGSL' }).click();
    const rows = await page.locator('.code-pane .line code').evaluateAll((all) =>
      all.map((code) => {
        const range = document.createRange();
        range.selectNodeContents(code);
        const lefts = [...range.getClientRects()].map(({ left, top }) => ({ left, top }));
        const { top } = code.getBoundingClientRect();
        const height = Number.parseFloat(getComputedStyle(code).lineHeight);
        const later = lefts.filter((rect) => rect.top >= top + height - 2).map(({ left }) => left);
        const indent = /^ */.exec(code.textContent ?? '')?.[0].length ?? 0;
        const wide = document.createRange();
        const [text] = [document.createTreeWalker(code, NodeFilter.SHOW_TEXT).nextNode()];
        if (!text) return { isLong: false, hangs: 0 };
        wide.setStart(text, 0);
        wide.setEnd(text, Math.min(1, text.textContent?.length ?? 0));
        const { left } = wide.getBoundingClientRect();
        const letter = Number.parseFloat(getComputedStyle(code).fontSize) * 0.6;
        return {
          isLong: later.length > 0,
          hangs: Math.round((Math.min(...later) - left) / letter - indent),
        };
      }),
    );
    const long = rows.filter(({ isLong }) => isLong);
    expect(long.length).toBeGreaterThan(3);
    expect(new Set(long.map(({ hangs }) => hangs))).toEqual(new Set([2]));
  });

  it('has the name of the phase beside the code and not on it', async () => {
    const page = await browser.open();
    await byPhase(page);
    await page.getByLabel('Next phase').click();
    await page.locator('.code-pane .phase-name', { hasText: 'distances' }).waitFor();
    const [name, code] = await Promise.all(
      ['.phase-name', '.code-text'].map((of) => page.locator(`.code-pane ${of}`).boundingBox()),
    );
    expect((name?.y ?? 0) + (name?.height ?? 0)).toBeLessThanOrEqual(code?.y ?? 0);
  });
});

/** The lines of code that reach beyond their box, which is not to be scrolled sideways. */
const cutLines = (page: Page) =>
  page.evaluate(() => {
    const pane = document.querySelector<HTMLElement>('.code-text');
    if (!pane) return ['there is no code'];
    const box = pane.getBoundingClientRect();
    const right = box.left + pane.clientWidth;
    // Spaces at the end of a row hang over its edge, unseen.
    const isCut = (text: Text) =>
      [...text.data.matchAll(/\S+/g)].some(({ index, 0: { length } }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + length);
        return [...range.getClientRects()].some((it) => it.right > right || it.left < box.left);
      });
    const cut = [...pane.querySelectorAll('.line code')].filter((code) => {
      const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (isCut(walker.currentNode as Text)) return true;
      return false;
    });
    const texts = cut.map(({ textContent }) => textContent);
    return pane.scrollWidth > pane.clientWidth ? [...texts, 'scrolls sideways'] : texts;
  });
