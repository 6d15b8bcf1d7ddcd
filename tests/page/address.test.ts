import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

describe.skipIf(!inject('browser'))('the address', () => {
  const browser = useBrowser();

  it('opens the picture that a link was copied from', async () => {
    const hash =
      '#v=1&scene=meanshift&bandwidth=4&kernel=triangular&batch=100&clusters=3&samples=50&spread=2&seed=7&traces=both&step=2&speed=0.5&picked=20&view=1,2,9';
    const page = await browser.open({ hash });
    await page.locator('#status').getByText('step 2,').waitFor();
    const read = await page.evaluate(() => {
      const { session } = window.meanfield!;
      const { values, picked, player, stage } = session;
      return { values, picked, speed: player.speed, view: stage.camera.view };
    });
    expect(read.values).toMatchObject({
      bandwidth: 4,
      kernel: 'triangular',
      batch: 100,
      traces: 'both',
      clusters: 3,
      samples: 50,
      spread: 2,
      seed: 7,
    });
    expect(read).toMatchObject({ picked: 20, speed: 0.5 });
    expect(read.view?.x).toBeCloseTo(1, 4);
    expect(read.view?.scale).toBeCloseTo(9, 4);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
  });

  it('says which value it did not take, and shows the scene all the same', async () => {
    const page = await browser.open({ hash: '#v=1&bandwidth=banana&colour=mauve' });
    await page
      .locator('#notice')
      .getByText('bandwidth must be a positive number, not “banana”')
      .waitFor();
    expect(await page.evaluate(() => window.meanfield!.session.values.bandwidth)).toBe(2.5);
  });

  it('names the scenes when it names one that is not there', async () => {
    const page = await browser.open({ hash: '#v=1&scene=nonsense' });
    await page.locator('#notice').getByText('there is no scene “nonsense”').waitFor();
  });

  it('goes back and forward between data sets', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const seed = () => page.evaluate(() => window.meanfield!.session.values.seed);
    const hash = () => page.evaluate(() => location.hash);
    await page.evaluate(() => window.meanfield!.session.setValues({ seed: 7 }));
    await expect.poll(hash).toContain('seed=7');
    await page.goBack();
    await expect.poll(seed).toBe(42);
    await page.goForward();
    await expect.poll(seed).toBe(7);
  });

  it('takes regions away for a class', async () => {
    const page = await browser.open({ hash: '#v=1&hide=lesson,code,charts' });
    expect(await page.locator('#learn').isVisible()).toBe(false);
    expect(await page.locator('#charts').isVisible()).toBe(false);
    expect(await page.locator('#panel').isVisible()).toBe(true);
    const stage = (await page.locator('#stage').boundingBox())!;
    expect(stage.x).toBeLessThan(5);
  });

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
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the picture as PNG' }).click();
    expect((await download).suggestedFilename()).toBe('meanshift-step-0.png');
  });
});
