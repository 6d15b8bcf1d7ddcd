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

  it('takes x for where the slope is taken, and says which keys, steps and phases there are not', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=derivatives&x=2&step=99&by-phase=1&phase=9&lang=de',
    });
    const notice = page.locator('#notice');
    for (const complaint of ['no “lang”', 'no step 99', 'phases 1 to 3']) {
      await notice.getByText(complaint).waitFor();
    }
    expect(await page.evaluate(() => window.meanfield!.session.values.at)).toBe(2);
    await page.locator('#status').getByText('(exact: 4)').waitFor();
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

  it('ends where someone quick ends who goes back and forward at once', async () => {
    const page = await browser.open({ hash: '#v=1&step=0', reducedMotion: 'reduce' });
    const seed = () => page.evaluate(() => window.meanfield!.session.values.seed);
    const hash = () => page.evaluate(() => location.hash);
    await page.evaluate(() => window.meanfield!.session.setValues({ seed: 7 }));
    await expect.poll(hash).toContain('seed=7');
    const visited = await page.evaluate(async () => {
      const gone = () =>
        new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
      // Forward while the page is still on its way back.
      history.back();
      await gone();
      history.forward();
      await gone();
      // Pressed on the way, it is a step from where that leads.
      document.dispatchEvent(new KeyboardEvent('keydown', { key: '.' }));
      return history.length;
    });
    // It is written over the address, so that it is seen that the page has looked at it since.
    await expect.poll(hash).toContain('step=1');
    expect(await hash()).toContain('seed=7');
    expect(await seed()).toBe(7);
    expect(await page.evaluate(() => history.length)).toBe(visited);
    await page.goBack();
    await expect.poll(seed).toBe(42);
  });

  it('goes Back from another scene to the page of the lesson, and Forward again', async () => {
    const page = await browser.open({ hash: '#v=1&scene=meanshift&step=0&page=batches' });
    const hash = () => page.evaluate(() => location.hash);
    const lesson = page.locator('#lesson');
    await page.locator('#lesson[data-ready=batches]').waitFor();
    const heading = await lesson.getByRole('heading').first().textContent();
    await page.getByRole('button', { name: 'Matrix product' }).click();
    await expect.poll(hash).toContain('scene=matmul');
    const entries = await page.evaluate(() => history.length);

    await page.goBack();
    await page.locator('#lesson[data-ready=batches]').waitFor();
    expect(await lesson.getByRole('heading').first().textContent()).toBe(heading);
    // A step is written over the address, so that it is seen that the page has looked at it since.
    await page.keyboard.press('.');
    await expect.poll(hash).toBe('#v=1&scene=meanshift&step=1&page=batches');
    expect(await page.locator('#notice').isHidden()).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(entries);

    await page.goForward();
    await page.locator('#status').filter({ hasText: '@' }).waitFor();
    expect(await hash()).toContain('scene=matmul');
    expect(await page.locator('#notice').isHidden()).toBe(true);
  });

  it('opens a page of the lesson as it begins where it names the page alone', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&page=downhill' });
    await page.locator('#lesson[data-ready=downhill]').waitFor();
    const now = () =>
      page.evaluate(() => {
        const { values, player } = window.meanfield!.session;
        return { preset: values.preset, motion: values.motion, playing: player.playing };
      });
    const begun = await now();
    // The page's text speaks of this loss, and of its valley at 1.97.
    expect(begun.preset).toBe('squared error');
    await page.getByRole('button', { name: 'Set up again' }).click();
    await page.locator('#lesson[data-ready=downhill]').waitFor();
    expect(await now()).toEqual(begun);
  });

  it('gives away a page as it is where it plays with values of another', async () => {
    const page = await browser.open({ hash: '#v=1&scene=derivatives&page=downhill&step=0' });
    const preset = () => page.evaluate(() => window.meanfield!.session.values.preset);
    const byDefault = await preset();
    await page.locator('#lesson[data-ready=downhill]').waitFor();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toBe('#v=1&scene=derivatives&page=downhill&playing=1');
    await page.reload();
    await page.locator('#lesson[data-ready=downhill]').waitFor();
    expect(await preset()).toBe(byDefault);
  });

  it('takes regions away for a class', async () => {
    const page = await browser.open({ hash: '#v=1&hide=lesson,code,charts' });
    expect(await page.locator('#story').isVisible()).toBe(false);
    expect(await page.locator('#charts').isVisible()).toBe(false);
    expect(await page.locator('#panel').isVisible()).toBe(true);
    const stage = (await page.locator('#stage').boundingBox())!;
    expect(stage.x).toBeLessThan(5);
  });

  it('says what it cannot open, and shows the scene as it is by default', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&samples=1e12' });
    await page.locator('#notice').getByText('more memory').waitFor();
    expect(await page.evaluate(() => window.meanfield!.session.values.samples)).toBe(250);
  });

  it('says of an address that cannot be opened nothing but that', async () => {
    const page = await browser.open({
      hash: '#v=1&scene=matmul&m=1000000000&step=0&picked=5000&by-phase=1&phase=9&page=nowhere',
    });
    const notice = page.locator('#notice > span').first();
    await notice.getByText('shown as it is by default').waitFor();
    // 6e9 numbers of 8 bytes. Picked cell, phase and page are those of a product that is not shown.
    expect(await notice.textContent()).toMatch(
      /^1000000000×3 @ 3×3 needs 48\.0 GB .+[^.]\. The scene is shown as it is by default\.$/,
    );
    const { m, picked } = await page.evaluate(() => {
      const { values, picked } = window.meanfield!.session;
      return { m: values.m, picked };
    });
    expect({ m, picked }).toEqual({ m: null, picked: null });
  });

  it('picks no point that is not there', async () => {
    const page = await browser.open({ hash: '#v=1&step=0&picked=1500' });
    await page.locator('#notice').getByText('there is no point 1500').waitFor();
    expect(await page.evaluate(() => window.meanfield!.session.picked)).toBe(null);
  });

  it('can be changed by hand in the open page', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.evaluate(() => {
      location.hash = '#v=1&bandwidth=4&step=1&theme=dark&hide=code';
    });
    await page.locator('#status').getByText('step 1,').waitFor();
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await page.locator('#code').isVisible()).toBe(false);
    // What the page makes of it is the same address, not the one of before.
    await expect
      .poll(() => page.evaluate(() => location.hash))
      .toBe('#v=1&scene=meanshift&bandwidth=4&step=1&theme=dark&hide=code');
    // A link's theme is for this visit: the person's own choice stays what it was.
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('makes one entry of a knob that is turned through many values', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    const hash = () => page.evaluate(() => location.hash);
    await expect.poll(hash).toContain('scene=meanshift');
    const before = await page.evaluate(() => history.length);
    const turnTo = async (seed: number, seconds: number) => {
      await page.evaluate(
        ([value, at]) => {
          performance.now = () => 1e6 + 1000 * at;
          window.meanfield!.session.setValues({ seed: value });
        },
        [seed, seconds],
      );
      await expect.poll(hash).toContain(`seed=${seed}`);
      return (await page.evaluate(() => history.length)) - before;
    };
    expect(await turnTo(1, 0)).toBe(1);
    expect(await turnTo(2, 1)).toBe(1);
    expect(await turnTo(3, 2)).toBe(1);
    expect(await turnTo(4, 10)).toBe(2);
  });

  it('is copied with the step at which the scene has come to rest', async () => {
    const page = await browser.open({
      hash: '#v=1&speed=20',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#status').getByText('converged at step 6').waitFor();
    await page.locator('#copy-link').click();
    await page.getByText('copied ✓').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('&step=6');
  });
});

describe.skipIf(!inject('browser'))('the address without WebGPU', () => {
  // What a person asks for and cannot have is no error: one on the console fails this file.
  const browser = useBrowser({ webgpu: false, views: 'all' });
  const sentence = /^backend webgpu cannot be had: .+; use auto or cpu/;

  it('says that there is none where it asks for one, and shows the scene all the same', async () => {
    const page = await browser.open({ hash: '#v=1&backend=webgpu&step=2' });
    const notice = page.locator('#notice > span').first();
    await notice.getByText('shown as it is by default').waitFor();
    expect(await notice.textContent()).toMatch(sentence);
  });

  it('says so too where the panel asks for one', async () => {
    const page = await browser.open({ hash: '#v=1&step=0' });
    await page.getByLabel('backend', { exact: true }).selectOption('webgpu');
    const notice = page.locator('#notice > span').first();
    await notice.getByText('cannot be had').waitFor();
    expect(await notice.textContent()).toMatch(sentence);
    await page.locator('#status').filter({ hasText: 'step' }).waitFor();
  });
});
