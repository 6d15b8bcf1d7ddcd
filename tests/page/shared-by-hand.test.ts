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
});
