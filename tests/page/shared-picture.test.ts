import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { savePicture } from '../support/save-picture.ts';

/** Every coordinate of every point, as the components hold it. */
const positions = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { components } = window.meanfield!.session.world as unknown as {
      components: { Position: { x: Float64Array; y: Float64Array } };
    };
    return [...components.Position.x, ...components.Position.y];
  });

const settled = (page: Page) => page.evaluate(() => window.meanfield!.session.settled());
const hash = (page: Page) => page.evaluate(() => location.hash);

/** What the button copies. */
async function copyLink(page: Page): Promise<string> {
  await page.locator('#copy-link').click();
  await page.getByText('copied ✓').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  return new URL(link).hash;
}

async function step(page: Page, to: number): Promise<void> {
  await page.keyboard.press('.');
  await page.locator('#status').getByText(`step ${to},`).waitFor();
  await settled(page);
  // Once the motion has ended, turning a knob is for the step to come.
  await expect.poll(() => page.evaluate(() => window.meanfield!.session.player.progress)).toBe(1);
}

/** A software GPU on a busy machine draws a frame or two a second. */
const patience = { timeout: 90_000 };

const permissions = ['clipboard-read', 'clipboard-write'];

describe.skipIf(!inject('browser'))('a shared link', () => {
  const browser = useBrowser();

  it('opens the same positions, to the bit, where knobs were turned on the way', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&speed=60', permissions });
    await step(page, 1);
    await page.evaluate(() =>
      window.meanfield!.session.setValues({ bandwidth: 4, kernel: 'triangular' }),
    );
    await step(page, 2);
    await page.evaluate(() =>
      window.meanfield!.session.setValues({ kernel: 'gaussian', batch: 9 }),
    );
    const link = await copyLink(page);
    expect(link).toBe(
      '#v=1&scene=meanshift&bandwidth=4&batch=9&step=2&turned=bandwidth:2.5@1,kernel:gaussian@1,kernel:triangular@2,batch:auto@2&speed=60',
    );
    const seen = [await positions(page)];
    await step(page, 3);
    seen.push(await positions(page));
    await page.context().close();

    const other = await browser.open({ hash: link });
    await other.locator('#status').getByText('step 2,').waitFor();
    expect(await positions(other)).toEqual(seen[0]);
    await expect.poll(() => hash(other)).toBe(link);
    // And time goes on from there as it would have.
    await step(other, 3);
    expect(await positions(other)).toEqual(seen[1]);
  });

  it('opens where a knob was turned after all had come to rest', async () => {
    const page = await browser.open({ hash: '#v=1&speed=60' });
    const status = page.locator('#status');
    await status.getByText('converged at step 6, 6 clusters').waitFor();
    await expect.poll(() => hash(page)).toBe('#v=1&scene=meanshift&speed=60');
    await page.evaluate(() => window.meanfield!.session.setValues({ bandwidth: 8 }));
    await expect
      .poll(() => hash(page), patience)
      .toMatch(/bandwidth=8&step=\d+&turned=bandwidth:2.5@6/);
    const [link, seen] = [await hash(page), await positions(page)];
    const said = (await status.textContent()) ?? '';
    await page.context().close();

    const other = await browser.open({ hash: link });
    await other.locator('#status').getByText(said).waitFor();
    expect(await positions(other)).toEqual(seen);
  });

  it('opens at the phase that was shown', async () => {
    const page = await browser.open({ hash: '#v=1&step=1&by-phase=1&picked=3' });
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await expect.poll(() => hash(page)).toContain('&by-phase=1&phase=2&picked=3');
    const shown = (it: Page) =>
      it.evaluate(() => {
        const { player, world } = window.meanfield!.session;
        return [world.step, player.phase, player.playing];
      });
    const link = await hash(page);
    await page.context().close();
    const other = await browser.open({ hash: link });
    expect(await shown(other)).toEqual([1, 1, false]);
    await other.locator('.phases [aria-current=step]').getByText('weights').waitFor();
  });

  it('opens at the phase that is shown where all has come to rest', async () => {
    const its = '#v=1&scene=meanshift&step=6&by-phase=1&phase=2&picked=3';
    const page = await browser.open({ hash: its, permissions });
    const shown = (it: Page) =>
      it.evaluate(() => {
        const { player, world } = window.meanfield!.session;
        return [world.atRest, world.step, player.phase, player.playing];
      });
    expect(await shown(page)).toEqual([true, 6, 1, false]);
    // The theme is written into the address, so that it is seen that the page has looked at it since.
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect.poll(() => hash(page)).toContain('theme=');
    expect(await hash(page)).toContain(its);
    const link = await copyLink(page);
    await page.context().close();
    const other = await browser.open({ hash: link });
    expect(await shown(other)).toEqual([true, 6, 1, false]);
    await other.locator('.phases [aria-current=step]').getByText('weights').waitFor();
  });

  it('gives the same positions by Back and Forward, whatever was done in between', async () => {
    const page = await browser.open({ hash: '#v=1&scene=meanshift&step=2' });
    await page.locator('#status').getByText('step 2,').waitFor();
    const seen = await positions(page);
    // A page of the lesson is an entry of its own; then much is turned.
    await page.evaluate(() => {
      location.hash = '#v=1&scene=meanshift&bandwidth=6&step=4&page=gaussian-kernels';
    });
    await page.locator('#status').getByText('step 4,').waitFor();
    await page.evaluate(() => window.meanfield!.session.setValues({ bandwidth: 9 }));
    await page.goBack();
    await page.locator('#status').getByText('step 2,').waitFor();
    await settled(page);
    expect(await positions(page)).toEqual(seen);
    expect(await page.evaluate(() => window.meanfield!.session.values.bandwidth)).toBe(2.5);
  });

  it('goes back from a page of the lesson to the one before', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const heading = page.locator('#lesson h2').first();
    const first = await heading.textContent();
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(() => hash(page)).toContain('page=');
    expect(await heading.textContent()).not.toBe(first);
    await page.goBack();
    await expect.poll(() => heading.textContent()).toBe(first);
    await page.goForward();
    await expect.poll(() => heading.textContent()).not.toBe(first);
  });
});

describe.skipIf(!inject('browser'))('a saved picture without WebGPU', () => {
  const browser = useBrowser({ webgpu: false });

  it('has the points on it, on the dark ground', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&theme=dark' });
    const { data } = await savePicture(page, 'with text');
    // The first pixel is ground, as the tokens have it; points are far from grey.
    expect([...data.subarray(0, 4)]).toEqual([0x15, 0x1a, 0x21, 255]);
    let coloured = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = data.subarray(i, i + 3);
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) coloured += 1;
    }
    expect(coloured).toBeGreaterThan(3000);
  });
});
