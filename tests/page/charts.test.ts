import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { quick, useBrowser } from '../support/browser.ts';

/** A chart's table: its column titles, and its rows as numbers (NaN where a cell is empty). */
async function readTable(page: Page, chart: string) {
  const table = page.locator(`[data-chart=${chart}] table`);
  const titles = await table.locator('thead th').allTextContents();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    );
  return { titles: titles.map((it) => it.trim()), rows: rows.map((row) => row.map(toNumber)) };
}

/** Reads what people read: “1.2 × 10⁻⁷”. */
function toNumber(text: string): number {
  if (text.trim() === '') return Number.NaN;
  const plain = text.replace('−', '-').replace(/ × 10(.*)/, (_, power: string) => {
    const digits = [...power].map((it) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(it));
    return `e${digits.map((it) => (it === 0 ? '-' : it - 1)).join('')}`;
  });
  return Number(plain);
}

const drawn = (page: Page, chart: string) => page.locator(`[data-chart=${chart}] canvas`).waitFor();

describe.skipIf(!inject('browser'))('the charts', () => {
  const browser = useBrowser({ views: 'all' });

  it('plot both kernels over the lesson’s distances, as their formulas say', async () => {
    const page = await browser.open();
    await drawn(page, 'kernel');
    const { titles, rows } = await readTable(page, 'kernel');
    expect(titles.slice(0, 3)).toEqual(['distance (data units)', 'gaussian', 'triangular']);
    expect(rows[0][0]).toBe(0);
    expect(rows.at(-1)?.[0]).toBe(10);
    expect(rows.length).toBeGreaterThan(30);
    for (const [distance, gaussian, triangular] of rows) {
      // The lesson's formulas at bandwidth 2.5, over their value at distance 0.
      expect(gaussian).toBeCloseTo(Math.exp(-0.5 * (distance / 2.5) ** 2), 2);
      expect(triangular).toBeCloseTo(Math.max(2.5 - distance, 0) / 2.5, 2);
    }
    expect(await page.locator('[data-chart=kernel] caption').textContent()).toContain(
      'bandwidth 2.5',
    );
  });

  it('follow the bandwidth, and show the picked point’s neighbours on the active kernel', async () => {
    const page = await browser.open();
    const field = page.locator('[data-parameter=bandwidth] input');
    await field.fill('8');
    await field.press('Enter');
    await page.locator('[data-parameter=kernel] select').selectOption('triangular');
    await page.evaluate(async () => {
      const { session } = window.meanfield!;
      session.player.goTo(0);
      await session.settled();
      session.pick(0);
    });
    await expect
      .poll(
        async () => (await readTable(page, 'kernel')).rows.filter(([, , , it]) => it >= 0).length,
      )
      .toBeGreaterThan(5);
    const { rows } = await readTable(page, 'kernel');
    expect(rows.at(-1)?.[0]).toBe(20);
    const points = rows.filter(([, , , weight]) => weight >= 0);
    // The picked point itself is at distance 0 and weighs 1.
    expect(points[0].slice(0, 1)).toEqual([0]);
    for (const [distance, , , weight] of points)
      expect(weight).toBeCloseTo(Math.max(1 - distance / 8, 0), 2);
  });

  it('show how the shift falls below the tolerance at which the page says that it has converged', async () => {
    const page = await browser.open(quick);
    await page.locator('#status').getByText('converged at step 6').waitFor();
    await expect.poll(async () => (await readTable(page, 'shift')).rows.length).toBe(6);
    const { rows } = await readTable(page, 'shift');
    expect(rows.map(([step]) => step)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [, mean, max] of rows) if (mean > 0) expect(max).toBeGreaterThanOrEqual(mean);
    // Tolerance: a thousandth of the bandwidth, twice in a row; so not yet at step 4.
    const caption = await page.locator('[data-chart=shift] caption').textContent();
    expect(caption).toContain('tolerance 0.0025');
    expect(rows[3][2]).toBeGreaterThan(0.0025);
    for (const [, , max] of rows.slice(4)) expect(Number.isNaN(max) || max <= 0.0025).toBe(true);
  });

  it('can be read by keys alone, in words', async () => {
    const page = await browser.open();
    await drawn(page, 'kernel');
    const cursor = page.getByRole('slider', { name: 'Weight by distance: cursor' });
    await cursor.focus();
    await page.keyboard.press('End');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(
      /^distance 10: gaussian 3\.\d+ × 10⁻⁴; triangular 0$/,
    );
    await page.keyboard.press('ArrowLeft');
    expect(await cursor.getAttribute('aria-valuetext')).toMatch(/^distance 9\.9: /);
    await page.keyboard.press('Home');
    expect(await cursor.getAttribute('aria-valuetext')).toBe(
      'distance 0: gaussian 1; triangular 1',
    );
    const readout = page.locator('[data-chart=kernel] .plot-readout');
    expect(await readout.isVisible()).toBe(true);
    expect(await readout.textContent()).toContain('gaussian 1');
    await page.keyboard.press('Tab');
    expect(await readout.isVisible()).toBe(false);
  });

  it('show their table on demand, and follow the pointer', async () => {
    const page = await browser.open({ viewport: { width: 360, height: 740 } });
    await page.getByRole('button', { name: 'Charts' }).click();
    await drawn(page, 'kernel');
    const chart = page.locator('[data-chart=kernel]');
    const table = chart.locator('.chart-table');
    expect((await table.boundingBox())?.height).toBeLessThan(2);
    await chart.getByRole('button', { name: 'table' }).click();
    expect((await table.boundingBox())?.height).toBeGreaterThan(100);
    const area = chart.locator('.u-over');
    await area.scrollIntoViewIfNeeded();
    await area.hover();
    await chart.locator('.plot-readout').waitFor();
    expect(await chart.locator('.plot-readout').textContent()).toMatch(/distance [45]/);
  });

  it('take the theme’s colours, and the other theme’s when it changes', async () => {
    const page = await browser.open({ colorScheme: 'dark' });
    await drawn(page, 'kernel');
    const colours = () =>
      page.locator('[data-chart=kernel] canvas').evaluate((canvas: HTMLCanvasElement) => {
        // Read from a copy that is meant to be read: the browser advises against reading the chart itself.
        const { width, height } = canvas;
        const token = new OffscreenCanvas(width, height).getContext('2d', {
          willReadFrequently: true,
        });
        if (!token) return false;
        token.drawImage(canvas, 0, 0);
        const { data } = token.getImageData(0, 0, width, height);
        token.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(
          '--cluster-0',
        );
        token.fillRect(0, 0, 1, 1);
        const [red, green, blue] = token.getImageData(0, 0, 1, 1).data;
        for (let i = 0; i < data.length; i += 4) {
          const near = [red, green, blue].every((it, c) => Math.abs(data[i + c] - it) < 6);
          if (near && data[i + 3] > 250) return true;
        }
        return false;
      });
    await expect.poll(colours).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme=light]').waitFor();
    await expect.poll(colours).toBe(true);
  });
});
