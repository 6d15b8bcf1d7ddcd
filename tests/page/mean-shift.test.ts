import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(`the page ${webgpu ? 'with' : 'without'} WebGPU`, () => {
    const browser = useBrowser({ webgpu });

    it('starts by itself, converges, stops and says so', async () => {
      const page = await browser.open();
      await page.locator('#status').getByText('converged at step 6, 6 clusters').waitFor();
      await page.getByRole('button', { name: 'Play' }).waitFor();
      const chip = await page.locator('#chip').textContent();
      expect(chip).toMatch(webgpu ? /^WebGPU · / : /^CPU · WebGPU/);
    });
  });
}
