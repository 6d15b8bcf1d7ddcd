import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { curveAddress } from '../support/curve-address.ts';
import { touch } from '../support/touch.ts';

/** Where an x of the curve's window is on the page, and a height of its two plots (0 below, 1 above). */
const placeOf = (page: Page, x: number, up = 0.6) =>
  page.evaluate(
    ({ x, up }) => {
      const { camera } = window.meanfield!.session.stage;
      const { left, top } = document.querySelector('#stage')!.getBoundingClientRect();
      // The plots reach from −3.3 to 5.4, and are as wide as what is left of the stage: with the axes'
      // numbers and margins of 56 pixels across and 120 up, 1.3 and 9.5 units in all. On a phone the
      // buttons that zoom stand beside them, in 44 pixels.
      const aside = innerWidth <= 896 ? 44 : 0;
      const shape = (camera.width - 56 - aside) / (camera.height - 120);
      const width = Math.max(6, 9.5 * shape - 1.3);
      const place = camera.toScreen(((x + 3) / 6) * width, -3.3 + 8.7 * up);
      return { x: left + place.x, y: top + place.y };
    },
    { x, up },
  );

/** What the readout says, label by label; null where it is not shown. */
async function read(page: Page): Promise<Readonly<Record<string, string>> | null> {
  const box = page.locator('.stage-readout');
  if (!(await box.isVisible())) return null;
  const rows = await box
    .locator('div')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('span')].map((it) => it.textContent?.trim() ?? '')),
    );
  return Object.fromEntries(rows);
}

const numberOf = (text = '') =>
  Number(
    text.replace('−', '-').replace(/ × 10(.*)/, (_, power: string) => {
      const digits = [...power].map((it) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(it));
      return `e${digits.map((it) => (it === 0 ? '-' : it - 1)).join('')}`;
    }),
  );

describe.skipIf(!inject('browser'))('what is pointed at', () => {
  const browser = useBrowser();

  it('is read out on the curve: x, its value, and both slopes, as the formulas say', async () => {
    const page = await browser.open({ hash: curveAddress('x^2', '&h=0.5') });
    for (const [x, up] of [
      [-2, 0.9],
      [0.5, 0.3],
      [2.5, 0.1],
    ]) {
      const place = await placeOf(page, x, up);
      await page.mouse.move(place.x, place.y);
      await expect.poll(async () => numberOf((await read(page))?.x)).toBeCloseTo(x, 1);
      const said = (await read(page))!;
      const at = numberOf(said.x);
      expect(numberOf(said['f(x)'])).toBeCloseTo(at ** 2, 4);
      expect(numberOf(said['f′(x), exact'])).toBeCloseTo(2 * at, 4);
      // ((x + h)² − x²) / h
      expect(numberOf(said['f′(x), forward'])).toBeCloseTo(2 * at + 0.5, 4);
    }
    const off = await placeOf(page, -3.3);
    await page.mouse.move(off.x, off.y);
    await expect.poll(() => read(page)).toBeNull();
  });

  it('says where there is no value, and nothing while something is dragged', async () => {
    const page = await browser.open({ hash: curveAddress('sqrt(x)') });
    const [gap, there] = [await placeOf(page, -2), await placeOf(page, 2, 0.4)];
    await page.mouse.move(gap.x, gap.y);
    await expect.poll(async () => (await read(page))?.['f(x)']).toBe('no value');
    await page.mouse.move(there.x, there.y);
    await expect
      .poll(async () => numberOf((await read(page))?.['f(x)']))
      .toBeCloseTo(Math.SQRT2, 1);
    await page.mouse.down();
    await page.mouse.move(there.x + 8, there.y);
    await expect.poll(() => read(page)).toBeNull();
    await page.mouse.up();
    const handle = (await page.locator('[data-handle=x]').boundingBox())!;
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(handle.x + 60, handle.y, { steps: 3 });
    await expect.poll(() => read(page)).toBeNull();
    await page.mouse.up();
  });

  it.each([
    [390, 844],
    [1280, 800],
  ])('stays on the stage, and clear of caption and buttons, at %i × %i', async (width, height) => {
    const page = await browser.open({ viewport: { width, height }, hash: curveAddress('sin(x)') });
    let readings = 0;
    for (const x of [-2.99, -1, 1.5, 2.99]) {
      for (const up of [0.01, 0.5, 0.99]) {
        const place = await placeOf(page, x, up);
        // Not on a handle, nor on a button.
        const isFree = await page.evaluate(
          ({ x, y }) => document.elementFromPoint(x, y) instanceof HTMLCanvasElement,
          place,
        );
        if (!isFree) continue;
        readings += 1;
        await page.mouse.move(place.x, place.y);
        await expect.poll(async () => numberOf((await read(page))?.x)).toBeCloseTo(x, 1);
        const bad = await page.evaluate(() => {
          const box = (selector: string) =>
            document.querySelector(selector)!.getBoundingClientRect();
          const [own, stage] = [box('.stage-readout'), box('#stage')];
          const others = ['.stage-caption', '.zoom-buttons', '#transport'].map(box);
          return {
            out:
              own.left < stage.left ||
              own.top < stage.top ||
              own.right > stage.right ||
              own.bottom > stage.bottom,
            over: others.filter(
              (it) =>
                it.width > 0 &&
                own.left < it.right &&
                it.left < own.right &&
                own.top < it.bottom &&
                it.top < own.bottom,
            ).length,
          };
        });
        expect(bad, `x = ${x}, ${up} up`).toEqual({ out: false, over: 0 });
      }
    }
    // Of twelve places.
    expect(readings).toBeGreaterThan(6);
  });

  it('is read out where a finger taps', async () => {
    const page = await browser.open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      hash: curveAddress('x^3'),
    });
    const place = await placeOf(page, -1.5, 0.8);
    await touch(page, [[place, place]]);
    await expect.poll(async () => numberOf((await read(page))?.x)).toBeCloseTo(-1.5, 1);
    const said = (await read(page))!;
    expect(numberOf(said['f(x)'])).toBeCloseTo(numberOf(said.x) ** 3, 3);
    // A finger that moves on moves the picture.
    await touch(page, [[place, { x: place.x + 40, y: place.y }]]);
    await expect.poll(() => read(page)).toBeNull();
  });

  it('is a cell with all of its digits, and a point with its row and place', async () => {
    const page = await browser.open({ hash: '#v=1&scene=matmul&step=0' });
    const cell = await page.evaluate(() => {
      const { view, stage, world } = window.meanfield!.session;
      const { left, top } = document.querySelector('#stage')!.getBoundingClientRect();
      const at = view.place(1)!;
      const place = stage.camera.toScreen(at.x, at.y);
      const { product } = world as unknown as { product: { a: Float64Array } };
      return { x: left + place.x, y: top + place.y, value: product.a[1] };
    });
    await page.mouse.move(cell.x, cell.y);
    await expect.poll(async () => Object.keys((await read(page)) ?? {})).toEqual(['A[0, 1]']);
    expect(numberOf((await read(page))!['A[0, 1]'])).toBe(cell.value);

    const cloud = await browser.open({ hash: '#v=1&scene=meanshift&step=0' });
    const point = await cloud.evaluate(() => {
      const { view, stage } = window.meanfield!.session;
      const { left, top } = document.querySelector('#stage')!.getBoundingClientRect();
      const at = view.place(7)!;
      const place = stage.camera.toScreen(at.x, at.y);
      return { x: left + place.x, y: top + place.y, at };
    });
    await cloud.mouse.move(point.x, point.y);
    await expect.poll(() => read(cloud)).not.toBeNull();
    const [[name, place]] = Object.entries((await read(cloud))!);
    expect(name).toMatch(/^point \d/);
    const [x, y] = place.slice(1, -1).split(', ').map(numberOf);
    const reach = await cloud.evaluate(() => 14 / window.meanfield!.session.stage.camera.scale);
    expect(Math.hypot(x - point.at.x, y - point.at.y)).toBeLessThan(reach);
  });

  it('is read out on a chart where a finger is put', async () => {
    const page = await browser.open({ hasTouch: true, views: 'all' });
    const area = page.locator('[data-chart=kernel] .u-over');
    await area.scrollIntoViewIfNeeded();
    const box = (await area.boundingBox())!;
    const at = (part: number) => ({ x: box.x + box.width * part, y: box.y + box.height / 2 });
    const readout = page.locator('[data-chart=kernel] .plot-readout');
    await touch(page, [[at(0.2), at(0.6)]]);
    await expect.poll(() => readout.textContent()).toMatch(/distance (5\.9|6|6\.1)/);
  });
});
