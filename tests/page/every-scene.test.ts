import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { seriousFindings } from '../support/serious-findings.ts';

const scenes = [
  { name: 'meanshift', hash: '#v=1&scene=meanshift&step=1&picked=3' },
  { name: 'matmul', hash: '#v=1&scene=matmul&step=4&by-phase=1&phase=2&picked=4' },
  { name: 'derivatives', hash: '#v=1&scene=derivatives&step=2' },
  { name: 'derivatives', hash: '#v=1&scene=derivatives&preset=Himmelblau&points=50&step=1' },
];

describe.skipIf(!inject('browser'))('every scene', () => {
  const browser = useBrowser({ views: 'all' });

  for (const { name, hash } of scenes) {
    it(`gives axe nothing serious to find (${name}, ${hash})`, async () => {
      const wide = await browser.open({ hash });
      expect(await seriousFindings(wide)).toEqual([]);
      await wide.close();
      const viewport = { width: 360, height: 740 };
      const narrow = await browser.open({ hash, viewport, colorScheme: 'dark' });
      await narrow.getByRole('button', { name: 'Controls' }).click();
      expect(await seriousFindings(narrow)).toEqual([]);
    });

    it(`fits a phone and a projector (${name}, ${hash})`, async () => {
      for (const [width, height] of [
        [360, 740],
        [1280, 800],
      ]) {
        const page = await browser.open({ hash, viewport: { width, height } });
        const sizes = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          const stage = document.getElementById('stage')!.getBoundingClientRect();
          return { scrollWidth, scrollHeight, stage: Math.min(stage.width, stage.height) };
        });
        expect(sizes.scrollWidth).toBeLessThanOrEqual(width);
        expect(sizes.scrollHeight).toBeLessThanOrEqual(height);
        expect(sizes.stage).toBeGreaterThan(300);
        await page.close();
      }
    });
  }

  it('is a tab away from every other, by pointer and by key', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    for (const [title, word] of [
      ['Matrix product', '@'],
      ['Derivatives', 'slope'],
      ['Mean shift', 'points'],
    ]) {
      await page.getByRole('button', { name: title }).click();
      await page.locator('#status').filter({ hasText: word }).waitFor();
    }
    await page.locator('#stage').focus();
    await page.keyboard.press('3');
    await page.locator('#status').filter({ hasText: 'slope' }).waitFor();
  });
});
