import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

/** What the world has found last at the point. */
const found = (page: Page) =>
  page.evaluate(() => {
    const { taken } = window.meanfield!.session.world as unknown as {
      taken: { x: number; h: number; y: number; slope: number }[];
    };
    return taken[taken.length - 1];
  });

const settled = (page: Page) => page.evaluate(() => window.meanfield!.session.settled());

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(
    `the derivatives scene ${webgpu ? 'with' : 'without'} WebGPU`,
    () => {
      const browser = useBrowser({ webgpu, views: 'all' });

      it('takes the slope where the point is dragged, and where keys nudge it', async () => {
        const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0&scheme=dual' });
        const handle = page.locator('[data-handle=x]');
        const box = (await handle.boundingBox())!;
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 60, y, { steps: 4 });
        await page.mouse.up();
        await expect.poll(async () => (await found(page)).x).toBeGreaterThan(1.3);
        await settled(page);
        const dragged = await found(page);
        // The slope of x² is 2x.
        expect(dragged.slope).toBeCloseTo(2 * dragged.x, 9);
        await handle.focus();
        await page.keyboard.press('ArrowLeft');
        await expect.poll(async () => (await found(page)).x).toBeLessThan(dragged.x);
        await settled(page);
        const nudged = await found(page);
        expect(nudged.slope).toBeCloseTo(2 * nudged.x, 9);
      });
    },
  );
}

describe.skipIf(!inject('browser'))('the derivatives scene', () => {
  const browser = useBrowser({ views: 'all' });

  it('takes a function that is typed, and keeps the last good one while it is half typed', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0&scheme=dual&at=1' });
    const tool = page.locator('[data-tool=formula]');
    const field = tool.getByRole('textbox');
    await field.fill('x^3 +');
    await tool.locator('.refused').getByText('+').waitFor();
    expect((await found(page)).slope).toBeCloseTo(2, 9);
    await field.fill('x^3 + a x');
    await expect.poll(async () => (await found(page)).slope).toBeCloseTo(4, 9);
    // A letter becomes a slider.
    await page.locator('[data-parameter=a]').getByRole('textbox').fill('3');
    await page.locator('[data-parameter=a]').getByRole('textbox').press('Enter');
    await expect.poll(async () => (await found(page)).slope).toBeCloseTo(6, 9);
    await tool.locator('.katex').first().waitFor();
    await field.fill('sine(x)');
    await tool.locator('.refused').getByText('sin').waitFor();
  });

  it('lets h shrink, and its digits settle', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0' });
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await page.locator('[data-tool=digits] tbody tr').nth(1).waitFor();
    const rows = await page.locator('[data-tool=digits] tbody tr').allTextContents();
    expect(rows[0].replaceAll(/\s/g, '')).toContain('3.00000000000');
    expect(rows[1].replaceAll(/\s/g, '')).toContain('2.50000000000');
  });

  it('plots the error against h: least near the square root of epsilon', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=derivatives&preset=exp&at=1&step=0',
    });
    const rows = await page
      .locator('[data-chart=error] tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
      );
    const read = (text: string) => {
      const digits = text
        .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)))
        .replace('⁻', '-')
        .replace(' × 10', 'e');
      return Number(digits);
    };
    const best = (column: number) =>
      rows
        .filter((row) => row[column] !== '')
        .map((row) => ({ h: read(row[0]), error: read(row[column]) }))
        .reduce((least, it) => (it.error < least.error ? it : least));
    expect(Math.abs(Math.log10(best(1).h) + 8)).toBeLessThan(1);
    expect(Math.abs(Math.log10(best(2).h) + 5.2)).toBeLessThan(1);
  });

  it('shows a field of points rolling downhill', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=derivatives&preset=Himmelblau&points=200&scheme=dual&step=0',
    });
    await page.evaluate(() => window.meanfield!.session.goToStep(4));
    await page.locator('#status').filter({ hasText: 'step 4: 200 points rolling' }).waitFor();
    expect(await page.locator('[data-parameter=motion]').isVisible()).toBe(false);
  });

  it('shows the scheme’s code, with the function in the WGSL', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&step=0' });
    const text = () => page.locator('.code-pane .line code').allTextContents();
    expect((await text()).join('\n')).toContain('dy = f(x + h) - f(x)');
    await page.locator('[data-parameter=scheme] select').selectOption('central');
    await expect.poll(async () => (await text()).join('\n')).toContain('f(x + h) - f(x - h)');
    await page.getByRole('tab', { name: 'WGSL' }).click();
    await expect.poll(async () => (await text()).join('\n')).toContain('fn main(');
  });

  it.each([
    ['1/0', 'The function has no value anywhere'],
    ['0/0', 'The function has no value anywhere'],
    ['sqrt(-1)', 'The function has no value anywhere'],
    ['1/x', 'The function has no value at x = 0'],
    ['|x|', 'There is no slope at x = 0'],
  ])('says what %s lacks at 0, and writes no error', async (f, words) => {
    const page = await browser.open({
      hash: `#v=1&scene=derivatives&f=${encodeURIComponent(f)}&at=0&scheme=dual&step=0`,
    });
    await page.evaluate(() => window.meanfield!.session.goToStep(3));
    await page.locator('.stage-caption').getByText(words).waitFor();
    await page.locator('#status').filter({ hasText: '(exact: none)' }).waitFor();
  });

  it('takes x as it is typed', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=derivatives&preset=%7Cx%7C&at=1.5&scheme=dual&step=0',
    });
    const field = page.locator('[data-parameter=at]').getByRole('textbox');
    for (const [typed, shown] of [
      ['0', '0.00'],
      ['0.57', '0.57'],
      ['0.12345', '0.12345'],
    ]) {
      await field.fill(typed);
      await field.press('Enter');
      await expect.poll(async () => (await found(page)).x).toBe(Number(typed));
      expect(await field.inputValue()).toBe(shown);
    }
    // The slider stops at hundredths.
    const slider = page.locator('[data-parameter=at] .tp-sldv_t');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await found(page)).x).toBe(0.13);
  });

  it('knows when a page’s question is done', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&page=to-nothing&step=0' });
    await page.locator('#lesson[data-ready=to-nothing]').waitFor();
    expect(await page.locator('.lesson-question.done').count()).toBe(0);
    await page.evaluate(() => window.meanfield!.session.goToStep(20));
    await page.locator('.lesson-question.done').waitFor();
  });
});
