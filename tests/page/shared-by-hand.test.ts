import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

describe.skipIf(!inject('browser'))('what is seen', () => {
  const browser = useBrowser();

  it('is copied by a button that says so', async () => {
    const page = await browser.open({
      hash: '#v=1&seed=5&step=1',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#copy-link').click();
    await page.getByText('copied ✓').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/#v=1&scene=meanshift&seed=5&step=1$/);
  });

  it('gives a PNG of the stage with the points on it', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('meanshift-step-0.png');
    const { data, width, height } = PNG.sync.read(readFileSync(await download.path()));
    const stage = (await page.locator('#stage').boundingBox())!;
    expect([width, height]).toEqual([stage.width, stage.height].map(Math.round));
    let coloured = 0;
    for (let i = 0; i < data.length; i += 4) {
      expect(data[i + 3]).toBe(255);
      const spread = Math.max(...data.subarray(i, i + 3)) - Math.min(...data.subarray(i, i + 3));
      if (spread > 40) coloured += 1;
    }
    // 1,500 points of 3 px radius, many of them under others.
    expect(coloured).toBeGreaterThan(3000);
  });
});
