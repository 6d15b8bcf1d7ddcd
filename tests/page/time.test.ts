import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

/** Every coordinate of every point, as the components hold it. */
const positions = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { components } = window.meanfield!.session.world as unknown as {
      components: { Position: { x: Float64Array; y: Float64Array } };
    };
    return [...components.Position.x, ...components.Position.y];
  });

const settled = (page: Page) => page.evaluate(() => window.meanfield!.session.settled());

for (const webgpu of [true, false]) {
  describe.skipIf(!inject('browser'))(`time ${webgpu ? 'with' : 'without'} WebGPU`, () => {
    const browser = useBrowser({ webgpu });

    it('goes back and on again to the same positions, to the bit', async () => {
      const page = await browser.open({ hash: '#v=1&step=0' });
      const status = page.locator('#status');
      const seen = [await positions(page)];
      for (let step = 1; step <= 4; step++) {
        await page.getByRole('button', { name: 'Step', exact: true }).click();
        await status.getByText(`step ${step},`).waitFor();
        seen.push(await positions(page));
      }
      expect(seen[4]).not.toEqual(seen[3]);
      for (let step = 3; step >= 2; step--) {
        await page.getByRole('button', { name: 'Step back' }).click();
        await status.getByText(`step ${step},`).waitFor();
        expect(await positions(page)).toEqual(seen[step]);
      }
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await status.getByText('step 3,').waitFor();
      expect(await positions(page)).toEqual(seen[3]);

      const scrubber = page.getByRole('slider', { name: 'Step', exact: true });
      for (const step of [0, 4, 1]) {
        await scrubber.fill(String(step));
        await status.getByText(`step ${step},`).waitFor();
        await settled(page);
        expect(await positions(page)).toEqual(seen[step]);
      }
    });
  });
}
