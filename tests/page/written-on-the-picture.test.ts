import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { curveAddress } from '../support/curve-address.ts';

describe.skipIf(!inject('browser'))('what is written on the picture', () => {
  const browser = useBrowser();

  it.each([
    [360, 640],
    [390, 844],
    [600, 400],
    [1280, 800],
  ])('can be read, or is not there, at %i × %i', async (width, height) => {
    const hashes = [
      curveAddress('x^2'),
      curveAddress('1000 x^3 + 0.001'),
      curveAddress('sin(x)', '&zoom=100000'),
      curveAddress('exp(x^2)'),
      '#v=1&scene=matmul&step=3',
      '#v=1&scene=matmul&shape=12x12x12&step=3',
    ];
    const page = await browser.open({ viewport: { width, height } });
    for (const hash of hashes) {
      await page.goto(inject('pageUrl') + hash);
      await page.reload();
      await page.locator('#status').filter({ hasText: 'step' }).waitFor({ state: 'attached' });
      await page.evaluate(() => window.meanfield!.session.settled());
      await page.waitForFunction(() => document.querySelectorAll('.stage-label').length > 2);
      const found = await page.evaluate(() => {
        const stage = document.querySelector('#stage')!.getBoundingClientRect();
        const shown = [...document.querySelectorAll<HTMLElement>('.stage-label')]
          .filter((it) => !it.hidden)
          .map((it) => ({
            text: it.textContent,
            size: Number.parseFloat(getComputedStyle(it).fontSize),
            ...it.getBoundingClientRect().toJSON(),
          }));
        const touching = shown.flatMap((a, i) =>
          shown
            .slice(i + 1)
            .filter(
              (b) =>
                a.left < b.right - 1 &&
                b.left < a.right - 1 &&
                a.top < b.bottom - 1 &&
                b.top < a.bottom - 1,
            )
            .map((b) => `${a.text} | ${b.text}`),
        );
        const cut = shown.filter(
          (it) =>
            it.left < stage.left ||
            it.top < stage.top ||
            it.right > stage.right ||
            it.bottom > stage.bottom,
        );
        return {
          isWritten: shown.length > 1,
          touching,
          cut: cut.map(({ text }) => text),
          small: shown.filter(({ size }) => size < 12).length,
        };
      });
      expect(found, hash).toEqual({
        isWritten: true,
        touching: [],
        cut: [],
        small: 0,
      });
    }
  });
});
